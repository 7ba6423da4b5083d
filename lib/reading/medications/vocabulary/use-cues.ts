import type { MedicationUse } from "@/lib/domain/vocabulary";

/**
 * Words that say whether a drug is being taken, and which names of the sentence they speak of:
 * `after`: the names that follow, to the end of the sentence ("used to be on …");
 * `next`: the one name that follows ("hold metformin");
 * `before`: the last item before it ("…, not taking at this point");
 * `all-before`: every item of the sentence before it ("… were stopped").
 */
export type CueReach = "after" | "next" | "before" | "all-before";
export type UseCue = { use: MedicationUse; reach: readonly CueReach[]; weak?: boolean };

const rows = (use: MedicationUse, reach: CueReach[], phrases: string): [string, UseCue][] =>
  phrases.split(",").map((phrase) => [phrase, { use, reach }]);

export const USE_CUES: readonly (readonly [string, UseCue])[] = [
  ...rows(
    "stopped",
    ["after"],
    "tried,trial of,trials of,had a trial of,was tried on,were tried on,has run out of are,has run out of is,have run out of are,ran out of are,run out of are,run out of is,has stopped are,has stopped taking are,is not taking are,no longer takes are,has run out of,have run out of,had run out of,run out of,do not continue,do not restart,do not resume,do not give,dont continue,dont restart,dont give,avoided after,myalgias on,myalgia on,myalgias with,myalgia with,muscle aches on,muscle aches with,muscle pain on,muscle pain with,side effects on,side effects with,cough on,rash on,swelling on,cramps on,could not take,couldnt take,cant take,cannot take,unable to take,unable to use,should not take,told not to take,told to avoid,dont take,do not take,didnt take,did not take,dont use,do not use,havent taken,have not taken,quit,told to quit,told me to quit,told him to quit,told her to quit,tried without benefit,tried without success,tried without relief,tried without effect,without benefit,previously received,previously had,previously,formerly,trialled,trialed,did not respond to,no response to,no benefit from,no relief from,had side effects from,had to stop,came off of,coming off,stay off,staying off,used to be on,used to take,used to use,formerly on,previously on,previously took,previously taking,previously used,previously prescribed,previously treated with,was previously on,has previously been on,had previously been on,in the past,past use of,prior use of,has tried,had tried,tried and failed,has failed,failed,no longer on,no longer takes,no longer taking,no longer uses,no longer using,not currently on,not currently taking,not taking,is not taking,was not taking,does not take,doesnt take,isnt taking,does not use,has not been taking,hasnt been taking,never started,never took,never filled,not on,is not on,is off,came off,off of,was taken off,taken off,been taken off,off,stopped taking,stopped using,quit taking,has stopped,had stopped,no,self discontinued,self stopped,discontinued,stop taking,stop,stopped,discontinue,ceased,cease,dc,d c,dcd,d c d,d cd,d c ed,but not,and not,discontinuing,stopping,finished,finished a course of,completed a course of,completed course of,completed,recently completed,recently finished,status post,s p,course of treatment with,weaned off,weaned off of,tapered off,switched from,changed from,change from,switch from,replaced,replaces,instead of,in lieu of,replacing,in place of,substituted for,transitioned from,converted from,rotated from,allergic reaction to,self weaned off,ran out of,has been off,been off,declines,declined,refuses,refused,denies taking,denies use of,denies using,denies,avoid,avoids,to avoid,avoiding,did not tolerate,could not tolerate,unable to tolerate,had been prescribed but,old prescription for,expired,entered in error,cancelled,canceled,aborted,inactive,ended",
  ),
  ...rows(
    "stopped",
    ["before"],
    "do not continue,do not take,do not restart,do not resume,do not give,dont continue,dont take,dont give,not continued,not to be continued,not to be restarted,not to be taken,not been restarted,not been resumed,not been continued,not been started,not for continuation,not on anymore,has run out,have run out,run out,anymore,any more,any longer,not anymore,not any more,was tried,were tried,had been tried,tried without benefit,tried without success,tried without effect,without benefit,stopped on own,stopped on her own,stopped on his own,stopped by patient,removed,taken off,quit,not taking,no longer taking,not currently taking,no longer,not taken,stopped,discontinued,dcd,d cd,d c ed,d c,d c d,dc,ceased,finished,completed,course completed,course finished,stop,has stopped,not using,no longer using,no longer on,not started,never started,never took,never filled,not filled,ran out,refuses,refused,declined,self discontinued,self stopped,stopped by,off since,off for,off now,currently off,is off,entered in error,discontinue,has not been taking,isnt taking,does not take,doesnt take,not on it,off it,not used,has not used,hasnt used,not tolerated,did not tolerate,intolerant,ended,expired,cancelled,inactive,weaned off,tapered off,tapered,not taking it,stopped taking,now stopped,now off,has been stopped,was stopped,been stopped,has been discontinued,was discontinued,in the past,previously,deprescribed,no longer needed,no longer prescribed,not taking this,never takes,is not taking,hasnt taken,has not taken,stopped it,stopped this,stopped due to,stopped because,finished course,until recently",
  ),
  ...rows(
    "stopped",
    ["all-before"],
    "in the past,were stopped,were discontinued,were ceased,have been discontinued,have been stopped,had been discontinued,had been stopped,both of which have been discontinued,all of which have been discontinued,are discontinued,are stopped,both discontinued,both stopped,all stopped,all discontinued,has been discontinued,has been stopped,was discontinued,was stopped,was ceased,are no longer taken,was completed,were completed,being discontinued,was dcd,were dcd,was replaced,were replaced,replaced w,switched out for,swapped for,swapped to,exchanged for,was changed to,was switched to,changed to,switched to,replaced by,replaced with,been replaced",
  ),
  ...rows(
    "held",
    ["after"],
    "held by provider,held by prescriber,held by physician,held by md,on hold,holding,held,hold,withhold,withheld,withholding,temporarily hold,continue to hold,paused,pause,suspended,suspend,temporarily stopped",
  ),
  ...rows(
    "held",
    ["before"],
    "held,on hold,hold,holding,withheld,withhold,paused,suspended,currently held,being held,is held,temporarily stopped,temporarily held,is on hold,is being held,has been held,was held,omitted,temporarily off,temporarily suspended,hold for now,held for now,held on admission,on pause",
  ),
  ...rows(
    "held",
    ["all-before"],
    "were held,are held,are on hold,are being held,have been held,were withheld,both held,all held,are withheld,will be held,to be held,should be held,have been placed on hold,has been placed on hold,was placed on hold",
  ),
  ...rows(
    "allergy",
    ["after"],
    "nkda except,nkda except for,nkda apart from,no known allergies except,no known allergies apart from,no known drug allergies except,nka except,allergic to,is allergic to,allergy to,allergies to,hypersensitivity to,hypersensitive to,anaphylaxis to,anaphylaxis with,intolerant of,intolerant to,intolerance to,intolerance of,sensitivity to,sensitive to,reaction to,adverse reaction to,rash with,rash from,rash to,hives with,angioedema with",
  ),
  ...rows(
    "allergy",
    ["before"],
    "allergy,intolerance,hypersensitivity,anaphylaxis,allergic reaction,drug allergy,causes rash,caused rash,gives rash,causes hives,caused hives,caused anaphylaxis",
  ),
  ...rows(
    "planned",
    ["after"],
    "wants to start me on,wants to start him on,wants to start her on,wants to start them on,wants to start pt on,wants to start patient on,wants to start the patient on,want to start me on,want to start him on,want to start her on,want to start them on,want to start pt on,want to start patient on,want to start the patient on,wants to put me on,wants to put him on,wants to put her on,wants to put them on,wants to put pt on,wants to put patient on,wants to put the patient on,wants to try me on,wants to try him on,wants to try her on,wants to try them on,wants to try pt on,wants to try patient on,wants to try the patient on,plans to start me on,plans to start him on,plans to start her on,plans to start them on,plans to start pt on,plans to start patient on,plans to start the patient on,is going to start me on,is going to start him on,is going to start her on,is going to start them on,is going to start pt on,is going to start patient on,is going to start the patient on,going to start me on,going to start him on,going to start her on,going to start them on,going to start pt on,going to start patient on,going to start the patient on,going to put me on,going to put him on,going to put her on,going to put them on,going to put pt on,going to put patient on,going to put the patient on,will start me on,will start him on,will start her on,will start them on,will start pt on,will start patient on,will start the patient on,talked about starting me on,talked about starting him on,talked about starting her on,talked about starting them on,talked about starting pt on,talked about starting patient on,talked about starting the patient on,may start me on,may start him on,may start her on,may start them on,may start pt on,may start patient on,may start the patient on,considering starting me on,considering starting him on,considering starting her on,considering starting them on,considering starting pt on,considering starting patient on,considering starting the patient on,will put me on,will put him on,will put her on,will put them on,will put pt on,will put patient on,will put the patient on,suggested,suggested adding,suggested she try,suggested he try,suggested they try,suggested trying,suggest trying,recommend trying,recommended trying,she could try,he could try,could try,could trial,to trial,will trial,suggested a trial of,suggest a trial of,recommend a trial of,wants to start,wants me to start,would like to start,wants to try,would like to try,thinking about,thinking of starting,asking about,interested in starting,will start,to start,plan to start,plans to start,planning to start,will begin,to begin,plan to begin,will be started on,to be started on,consider,consider starting,consider adding,considering adding,add,adding,plan to add,would add,plan start,considering,considered,recommend,recommend starting,recommended,could start,may start,may need,would start,would consider,will add,plan to add,to add,start tomorrow,planned,will try,plan to try,will initiate,to initiate,will be starting,is to start,due to start,about to start,proposed,propose,advise starting,advised to start,suggest,suggest starting,plan for,going to start,will be prescribed,pending start of,discussed starting",
  ),
  ...rows(
    "planned",
    ["before"],
    "being considered,is being considered,are being considered,under discussion,to be considered,being discussed,is planned,to start,to be started,to begin,will start,will be started,planned,not yet started,pending,to commence,will begin,start tomorrow,starts tomorrow,start next week,start next visit,next visit,at next visit,next appointment,starting tomorrow,starting next week,starting soon,to be initiated,to be commenced,yet to start,has not started yet,not started yet,awaiting approval,awaiting prior auth,pending prior auth,start date pending,proposed,under consideration",
  ),
  ...rows(
    "uncertain",
    ["after"],
    "wifes,husbands,mothers,fathers,mums,moms,dads,sons,daughters,partners,spouses,sisters,brothers,friends,neighbours,neighbors,roommates,dogs,cats,may still be taking,might still be taking,may still be on,possibly still taking,noncompliant with,non compliant with,nonadherent to,nonadherent with,poor adherence to,poor compliance with,not always taking,forgets to take,often forgets to take,inconsistently taking,unsure if taking,not sure if taking,may be taking,might be taking,possibly on,possibly taking,questionable,unclear if taking,had been on,was on,hx of,history of,husband takes,husband on,husband is on,wife takes,wife on,wife is on,mother takes,mother on,mother is on,father takes,father on,father is on,son takes,son on,daughter takes,daughter on,partner takes,partner on,partner is on,spouse takes,spouse on,may or may not be taking,uncertain if taking,thinks she takes,thinks he takes,unsure whether taking",
  ),
  ...rows(
    "uncertain",
    ["before"],
    "for my dog,for his dog,for her dog,for the dog,for dog,for their dog,for my cat,for his cat,for her cat,for the cat,for cat,for their cat,for my pet,for the horse,for my horse,for her horse,for his horse,veterinary,for his wife,for her husband,for wife,for husband,for my wife,for my husband,for his mother,for her mother,for his father,for her father,for my mother,for my father,for my son,for my daughter,for his son,for her son,for his daughter,for her daughter,for partner,belongs to wife,belongs to husband,belongs to his wife,belongs to her husband,belongs to partner,is his wifes,is her husbands,not sure if still taking,not sure if still on,not sure if she still takes,not sure if he still takes,not sure whether still taking,unsure if still taking,unsure if still on,unsure whether still taking,unclear if still taking,unclear whether still taking,still taking?,forgets doses,often forgets doses,forgets doses often,sometimes forgets doses,forgets to take it,often forgets,often forgets to take it,misses doses,often misses doses,misses doses often,frequently misses doses,skips doses,often skips doses,takes irregularly,takes it irregularly,taking irregularly,takes inconsistently,taking inconsistently,poor adherence,poor compliance,noncompliant,non compliant,nonadherent,non adherent,not always taken,does not always take,doesnt always take it,unsure if taking,not sure if taking,unclear if taking,unsure,not sure,uncertain,unverified,questionable,to be confirmed,tbc,needs verification,unable to verify,not verified,patient unsure,maybe,taking unclear,unclear",
  ),
  ...rows(
    "current",
    ["after"],
    "while on,whilst on,when on,while taking,whilst taking,when taking,while using,in favour of,in favor of,onto,currently,presently,at present,these days,nowadays,now,and now,currently on,currently taking,is currently on,now on,is now on,active,currently she is also on,currently also on,continues on,continue,continues,continued on,resume,resumed,resumes,restart,restarted,restarting,still on,still taking,remains on,remain on,at home she was on,at home he was on,at home on,started on,was started on,has been started on,newly started on,start,started,starting,increase,increased,changed to,switched to,change to,switch to,converted to,transitioned to,takes,is taking,taking,takes only,now takes,placed on,was placed on,maintained on,discharged on,on admission was on,is on,given,prescribed,restarted on,do not stop,dont stop,must not stop,not to stop,never stop,reports taking,begun on,begin,began,replaced by,replaced with,and is now on,but is on,but takes,but is taking",
  ),
  ...rows(
    "current",
    ["before"],
    "now,currently,at present,these days,nowadays,to continue,continues,continuing,continue,ongoing,unchanged,remains,carries on,to carry on,still,in use,as before,stopped smoking,quit smoking,stop smoking,stopped drinking,restarted,resumed,was started,was restarted,continued,started,is being continued,has been resumed,now restarted,new,newly started,was increased,still taking",
  ),
];

/** After a "hold" or "stop" these words make it a rule of dosing and no statement about use: "hold if systolic below 100". */
export const CONDITIONAL_AFTER: ReadonlySet<string> = new Set(
  "if,for,when,unless,once,parameters,parameter,date,after,before,prior,dose,doses,order,sbp,hr,bp,pulse".split(","),
);

/** "for" after a "held" that does give a reason, and not a rule: "held for surgery". */
export const REASON_AFTER_FOR: ReadonlySet<string> = new Set(
  "now,surgery,procedure,aki,bleeding,admission,the,today,one,two,three,a,colonoscopy,contrast,ct,hypotension,hyperkalemia,hyperkalaemia,hypokalemia,this,rising,elevated,acute,concern,possible,worsening,days,weeks,diarrhoea,diarrhea,dehydration,renal,low,high,hip,knee,biopsy,endoscopy,operation,mri,pregnancy,rash,cough,nausea,cramps,leg,muscle,gi,upcoming,recent,1,2,3,4,5,6,7".split(
    ",",
  ),
);

/** Words that, right before a cue, turn it round: "not stopped", "never discontinued", "do not stop". */
export const NEGATIONS: ReadonlySet<string> = new Set([
  "not",
  "never",
  "dont",
  "didnt",
  "hasnt",
  "without",
  "havent",
  "wasnt",
]);

/** Whose drug it is, where it is not the patient's. */
export const OTHER_OWNERS: ReadonlySet<string> = new Set(
  "wifes,husbands,mothers,fathers,mums,moms,dads,sons,daughters,partners,spouses,sisters,brothers,friends,neighbours,neighbors,roommates,dogs,cats".split(
    ",",
  ),
);

/** Cues that speak of one name and what "and" adds to it, never of the rest of a list: "instead of A, B 20 mg". */
export const ONE_NAME: ReadonlySet<string> = new Set(
  "instead of,in lieu of,in place of,replaces,replaced,replacing,substituted for,transitioned from,converted from,rotated from,switched from,changed from,change from,switch from,in favour of,in favor of,while on,whilst on,when on,while taking,whilst taking,when taking,while using".split(
    ",",
  ),
);

/** Cues that may stand on either side of a name; right before one, they speak of it. */
export const ADVERBS: ReadonlySet<string> = new Set([
  "now",
  "currently",
  "at present",
  "these days",
  "nowadays",
  "still",
  "previously",
  "formerly",
  "in the past",
]);

/** Verbs of exchange: "changed A to B", "replaced A with B". */
export const EXCHANGE_VERBS: ReadonlySet<string> = new Set(
  "changed,switched,swapped,converted,transitioned,replaced,change,switch,replace,switching,changing,replacing,swap,rotated".split(
    ",",
  ),
);

/** Verbs of exchange that name the new drug first: "substituted A for B". */
export const SUBSTITUTION_VERBS: ReadonlySet<string> = new Set("substituted,substitute,substituting,subbed".split(","));
