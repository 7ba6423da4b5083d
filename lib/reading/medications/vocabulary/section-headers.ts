import type { MedicationUse } from "@/lib/domain/vocabulary";

/** What stands under a header: how the drugs below it are used. `asNeeded` for "PRN medications". */
export type SectionMeaning = { use: MedicationUse; asNeeded?: boolean; rank: number };

const rows = (meaning: SectionMeaning, phrases: string): [string, SectionMeaning][] =>
  phrases.split(",").map((phrase) => [phrase, meaning]);

/** Where a header holds several of these, the higher rank decides ("Current medication and drug allergies" is current). */
export const SECTION_HEADERS: readonly (readonly [string, SectionMeaning])[] = [
  ...rows(
    { use: "current", rank: 9 },
    "change how you take,changes to how you take,how you take,medications to change,medicines to change,medications to start,meds to start,medicines to start,medications to begin,begin taking,medications to continue,meds to continue,medications to take,current,active,home medications,home meds,medications prior to admission,prior to admission,pta medications,pta meds,pta,on admission,at home,not in tray,regular,repeat,repeats,taking,continue taking,outpatient,discharge medications,medications on discharge,on discharge,continue,continued,unchanged,acute",
  ),
  ...rows(
    { use: "allergy", rank: 6 },
    "alerts,allergy alerts,allergies and alerts,reactions,intol,intols,allergies,allergy,allergic to,drug allergies,drug allergy,medication allergies,adrs,adr,adverse reactions,adverse drug reactions,intolerances,intolerance,sensitivities,drug sensitivities,intolerant of,intolerant to",
  ),
  ...rows(
    { use: "stopped", rank: 10 },
    "no longer,off,self discontinued,ended repeats,past repeats,discontinued repeats,past drugs,past drug,discontinued,discontinue,stopped,stop,stop taking,medications stopped,stopped medications,not taking,no longer taking,not currently taking,ceased,completed,finished,inactive,ended,expired,cancelled,canceled,deprescribed,medications to stop,meds to stop,medicines to stop,do not take,dont take,no longer take,past psychotropics,past psychotropic,tried without benefit,tried without success,previously tried,tried,past medications,past medication,past meds,previous medications,previous medication,previous meds,prior medications,former medications,old medications,old meds,historical medications,past,previous,previously,historical,former,formerly,tried and failed,failed,recently stopped,recently discontinued,removed",
  ),
  ...rows({ use: "allergy", rank: 1 }, "all,adv"),
  // What is an animal's is no drug of the patient; it stays in sight and is asked.
  ...rows({ use: "uncertain", rank: 11 }, "dog,dogs,cat,cats,horse,horses,pet,pets"),
  ...rows(
    { use: "held", rank: 10 },
    "before restarting,before you restart,before resuming,do not restart,held,hold,holding,on hold,withheld,withhold,paused,suspended,medications held,temporarily stopped,omitted",
  ),
  ...rows(
    { use: "planned", rank: 8 },
    "planned,plan,recommendations,plan to start,to start,to be started,upcoming,will start,proposed,considering,to consider,pending",
  ),
  ...rows({ use: "current", asNeeded: true, rank: 7 }, "prn,as needed,as required,when required"),
  ...rows(
    { use: "current", rank: 3 },
    "medications,medication,meds,drugs,drug history,dhx,dh,rx,medicines,medicine,prescriptions,prescription,tto,ttos,tta,ttas,drug chart,medication list,med list,supplements,otc,over the counter,vitamins,herbals,new,start,started,start taking,changed,change,increased,decreased,dose changed,regular medication,inhalers,injections,creams,topicals,eye drops,my meds,med rec,mar,scheduled,infusions,drips,iv,inpatient,hospital medications",
  ),
];

/** Words that may stand in a header beside its own words. */
export const HEADER_FILLERS: ReadonlySet<string> = new Set(
  "ask,doctor,your doctor,webster,pak,packed,i,what,every,rang,asked,how,prior,reconciliation,instructions,orders,review,admit,admitting,inpatient,the,a,an,and,or,of,on,at,in,to,for,from,by,with,as,these,this,that,your,his,her,their,my,our,patient,patients,reported,include,includes,including,only,list,history,visit,encounter,today,since,last,prescribed,file,known,drug,drugs,medication,medications,medicines,meds,med,otc,preparation,preparations,herbal,remedies,items,section,per,gp,hospital,ward,clinic,discharge,admission,following,also,other,continued,status,reason,reviewed,daily,time,hx,facility,administered,orders,order,all,any,new,you,are,is,were,was,have,has,been,please,do,not,temporarily,recently,take,ones,after,before,during,stay,chronic,long,term,acute,use,used,taken,names,name,up,date,as".split(
    ",",
  ),
);

/** Single words of a status column ("stopped | simvastatin 40 MG"). */
export const STATUS_WORDS: readonly (readonly [string, MedicationUse])[] = [
  ...(
    [
      "active",
      "current",
      "taking",
      "continue",
      "continued",
      "ongoing",
      "unchanged",
      "new",
      "in progress",
      "repeat",
      "acute",
      "regular",
      "prescribed",
    ] as const
  ).map((word) => [word, "current"] as const),
  ...(
    [
      "stopped",
      "completed",
      "discontinued",
      "entered in error",
      "cancelled",
      "canceled",
      "inactive",
      "ended",
      "expired",
      "not taking",
      "stop",
      "ceased",
      "finished",
      "past",
      "previous",
      "aborted",
      "not done",
      "declined",
      "removed",
    ] as const
  ).map((word) => [word, "stopped"] as const),
  ...(["on hold", "held", "hold", "suspended", "withheld", "paused"] as const).map((word) => [word, "held"] as const),
  ...(["draft", "planned", "intended", "pending", "proposed", "future"] as const).map(
    (word) => [word, "planned"] as const,
  ),
  ...(["unknown", "uncertain", "unverified"] as const).map((word) => [word, "uncertain"] as const),
];

/** Column heads of a table; a line of nothing else is no medication. */
export const TABLE_HEADS: ReadonlySet<string> = new Set(
  "action,actions,changes,why,how,i,take,it,rx,ndc,fill,site,times,when,doc,medication,medications,medicine,drug,name,sig,dispense,dispensed,refill,refills,status,dose,dosage,route,frequency,start,end,stop,date,last,issued,directions,instructions,strength,form,quantity,qty,indication,comments,comment,purpose,reason,prescriber,provider,ordered,by,supply,days,amount,unit,units,freq,notes,note,item,description,type,no,number,started,ended,time,generic,brand,class,taking,prescribed".split(
    ",",
  ),
);
