/** What is measured of a patient: at the head of a line with a number it is no medication. */
export const MEASUREMENTS: ReadonlySet<string> = new Set(
  "bp,hr,rr,spo2,sats,sat,sao2,lvef,ef,weight,wt,height,ht,bmi,inr,temp,temperature,pulse,vitals,a1c,hba1c,egfr,gfr,tsh,ldl,hdl,gcs,fev1,bnp,hb,hgb,wbc,plt,cr,creatinine,map,pain,phq9,mmse,moca,ecog,nyha,dexa,qtc,age,dob,mrn,gravida".split(
    ",",
  ),
);

/** Verbs of what somebody does; a line that they begin names no medication. */
export const HABITS: ReadonlySet<string> = new Set(
  "walks,walked,walking,exercises,exercised,swims,jogs,runs,cycles,sleeps,slept,smokes,smoked,smoker,lives,lived,works,worked,retired,eats,married,widowed,divorced,ambulates,drives".split(
    ",",
  ),
);
