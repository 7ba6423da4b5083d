import { phraseTable } from "@/lib/reading/medications/text/phrase-table";

/** What a column, or a key before a colon, holds. */
export type ColumnKind =
  | "name"
  | "dose"
  | "route"
  | "often"
  | "start"
  | "stop"
  | "status"
  | "taking"
  | "held"
  | "plan"
  | "indication"
  | "person"
  | "last"
  | "other";

const rows = (kind: ColumnKind, words: string): [string, ColumnKind][] => words.split(",").map((word) => [word, kind]);

/** Heads of columns and keys of records in the words of the common systems. */
export const COLUMN_HEADS = phraseTable<ColumnKind>([
  ...rows(
    "name",
    "medication,medications,medication name,medicine,medicines,medicine name,drug,drugs,drug name,name,item,generic name,generic,brand,brand name,description,product,med,meds,preparation,name of medicine,name of medication,drug description,medication order,display",
  ),
  ...rows(
    "dose",
    "dose,dosage,strength,amount,dose amount,dose and strength,dose strength,dose unit,unit,units,form,dose form,formulation",
  ),
  ...rows("route", "route,roa,route of administration"),
  ...rows(
    "often",
    "freq,frequency,sig,directions,instructions,instruction,how often,how taken,how to take,schedule,times,dose instructions,dosage instructions,timing,when,when taken,how i take it",
  ),
  ...rows(
    "start",
    "start,start date,started,date started,start dt,commenced,date commenced,begin date,begin,from,from date,begun,since,date prescribed,prescribed on,ordered on,order date,effective date,authored on,first issued",
  ),
  ...rows(
    "stop",
    "stop,stop date,end,end date,ended,stopped,date stopped,stop dt,end dt,discontinued,date discontinued,d c date,dc date,discontinue,discontinue date,until,finish,finish date,finished,to date,ceased,date ceased,expiry,dc,d c",
  ),
  ...rows("status", "status,state,med status,order status,medication status"),
  ...rows(
    "taking",
    "taking,taking now,still taking,currently taking,currently taking this,patient taking,pt taking,taking differently,active,current,continue,continued,cont,in use,taken,is taking,adherent",
  ),
  ...rows("plan", "plan,plans,planned,plan on discharge,proposed plan"),
  ...rows(
    "dose",
    "current dose,before admission,pre admission,prior to admission,on admission,admission dose,on discharge,at discharge,discharge dose,new dose,old dose,previous dose",
  ),
  ...rows("held", "hold,held,on hold,withhold,withheld"),
  ...rows(
    "indication",
    "indication,indications,reason,reason for taking,purpose,diagnosis,for,why,condition,problem,what for,what its for,used for,reason for use",
  ),
  ...rows(
    "person",
    "prescriber,prescribed by,provider,ordering provider,ordered by,doctor,physician,authorized by,authorising clinician,by,gp,clinician,entered by,verified by,pharmacy,source,prescriber name",
  ),
  ...rows(
    "last",
    "last taken,last dose,last given,last filled,last issued,last dose taken,last fill,date last taken,last admin,last administered,dispense date",
  ),
  ...rows(
    "other",
    "qty,quantity,refills,refill,supply,days supply,disp,dispense,no,number,#,id,code,comments,comment,notes,note,ndc,rxnorm,type,class,intent,priority,action,changes,change,changed,change dose,last updated",
  ),
]);
