/**
 * Words that make a time beside them one of supply or of review: "weekly blister pack", "review every 6 months". Such a time is no
 * frequency of the drug. Each with the reason that it stands here.
 */
const SUPPLY = new Map<string, string>([
  ...because(
    "a pack that is filled so often",
    "blister,blisters,pack,packs,packed,packaging,dosette,dossette,nomad,tray,trays,box,boxes,mds,pillbox,organiser,organizer,cassette,compliance,webster,medipack,venalink,wallet,pouch,pouches,aid",
  ),
  ...because(
    "how often it is handed out",
    "supply,supplies,supplied,dispense,dispensed,dispensing,dispenses,script,scripts,prescription,prescriptions,rx,refill,refills,collect,collects,collected,collection,delivery,deliveries,delivered,delivers,instalment,instalments,installment,installments,pickup,pickups,issue,issued,issues,order,ordered,orders",
  ),
  ...because("how long it was prescribed for", "qty,quantity,mitte,mits"),
]);

/** What is looked at so often: a visit, a test, a measurement. */
const REVIEW = new Map<string, string>([
  ...because(
    "when the drug is looked at again",
    "review,reviews,reviewed,recheck,rechecked,reassess,reassessed,reassessment,follow,followup,appointment,appointments,appt,visit,visits,clinic,see,seen,reevaluate,revisit,audit",
  ),
  ...because(
    "a test or measurement that goes with the drug",
    "check,checks,checked,checking,monitor,monitors,monitored,monitoring,bloods,blood,test,tests,testing,labs,lab,level,levels,inr,fbc,cbc,lft,lfts,ues,bmp,cmp,tft,tfts,hba1c,a1c,ecg,ekg,bp,weights,weigh,weighed,measure,measured,glucose,sugar,sugars",
  ),
]);

function because(reason: string, words: string): [string, string][] {
  return words.split(",").map((word) => [word, reason]);
}

/** Words of a change that goes on: "reducing by 5 mg every week" is no weekly dose. */
export const CHANGING_WORDS: ReadonlySet<string> = new Set(
  "reduce,reduced,reduces,reducing,taper,tapered,tapering,tapers,wean,weaned,weaning,decrease,decreased,decreasing,increase,increased,increasing,titrate,titrated,titrating,uptitrate,uptitrated,step,stepping,escalate,escalated,escalating,lower,lowering,drop,dropping,cut,cutting,increments,steps,then".split(
    ",",
  ),
);

export const isSupplyWord = (word: string): boolean => SUPPLY.has(word);
export const isReviewWord = (word: string): boolean => REVIEW.has(word);
