const list = (words: string): string[] => words.split(",").map((word) => word.trim());

/** Words for what a drug did to somebody that no drug is taken for: beside a bare name they say allergy or intolerance. */
const ONLY_REACTIONS = list(
  "anaphylaxis,anaphylactic,anaphylactic shock,anaphylactoid,angioedema,angiooedema,allergic,allergy,allergic reaction,intolerant,intolerance,intol,adverse reaction,adr,hypersensitivity,sensitivity,stevens johnson,stevens johnson syndrome,sjs,toxic epidermal necrolysis,dress syndrome,rhabdo,rhabdomyolysis,serotonin syndrome," +
    "gi bleed,gi bleeding,throat closes,throat closed,throat closing,throat swelling,throat swells,throat tightness,lip swelling,lips swelled,tongue swelling,facial swelling,face swelling,face swelled,swelling of face,swelling of lips,swelling of tongue,swollen lips,swollen tongue,swollen face,respiratory distress,hallucinations,hallucinated,hallucination,loopy,red man,red man syndrome,flushing,photosensitivity," +
    "hyponatremia,hyponatraemia,hyperkalemia,hyperkalaemia,pancreatitis,hepatotoxicity,agranulocytosis,neutropenia,thrombocytopenia,hit,lactic acidosis,tendonitis,tendon rupture,bleeding,bruising,unknown reaction,unknown,reaction unknown,unspecified,gynecomastia,gynaecomastia,dry cough,thrush,blisters,passed out,fainted,syncope,tardive dyskinesia,dystonia,dystonic reaction,extrapyramidal,eps,made her sick,made him sick,made me sick,makes me sick,makes her sick,makes him sick,prolonged qt,qt prolongation,yeast infection,yeast infections,ankle swelling,swollen ankles,ankle oedema,ankle edema,gum swelling",
);

/** A reaction that some drugs are also taken for, and the ingredients for which the word is more likely the reason than the harm. */
const ALSO_REASONS: readonly (readonly [words: string, takenFor: string])[] = [
  [
    "hives,urticaria,welts",
    "cetirizine,levocetirizine,loratadine,desloratadine,fexofenadine,diphenhydramine,hydroxyzine,chlorpheniramine,famotidine,prednisone,prednisolone,methylprednisolone,omalizumab,dupilumab,remibrutinib,epinephrine,cyproheptadine,doxepin",
  ],
  [
    "rash,rashes,itchy rash,skin rash,itching,itch,itchy,pruritus,skin reaction",
    "cetirizine,levocetirizine,loratadine,desloratadine,fexofenadine,diphenhydramine,hydroxyzine,chlorpheniramine,hydrocortisone,triamcinolone,betamethasone,clobetasol,mometasone,fluocinonide,fluocinolone,desonide,clotrimazole,ketoconazole,miconazole,nystatin,terbinafine,mupirocin,prednisone,prednisolone,methylprednisolone,dupilumab,tacrolimus,pimecrolimus,calamine,crotamiton,permethrin,ivermectin,zinc oxide,doxepin,gabapentin,difelikefalin,cholestyramine,naltrexone,crisaborole,ruxolitinib,metronidazole,econazole,halobetasol,menthol",
  ],
  [
    "cough,coughing",
    "benzonatate,dextromethorphan,guaifenesin,codeine,hydrocodone,pholcodine,albuterol,levalbuterol,ipratropium,budesonide,fluticasone,beclomethasone,montelukast,carbocysteine,acetylcysteine,promethazine,pseudoephedrine,azithromycin,amoxicillin,doxycycline,prednisone,tiotropium,honey,erdosteine,bromhexine",
  ],
  [
    "nausea,vomiting,n v,nausea and vomiting,nausea vomiting,emesis,sick,sickness,vomited,vomits",
    "ondansetron,granisetron,metoclopramide,prochlorperazine,promethazine,domperidone,cyclizine,meclizine,trimethobenzamide,scopolamine,doxylamine,pyridoxine,dronabinol,nabilone,haloperidol,aprepitant,ginger,levomepromazine,olanzapine,dimenhydrinate,cinnarizine,betahistine,bismuth subsalicylate,dexamethasone,lorazepam",
  ],
  [
    "diarrhea,diarrhoea,loose stools,loose stool",
    "loperamide,diphenoxylate,atropine,bismuth subsalicylate,cholestyramine,colesevelam,rifaximin,codeine,eluxadoline,octreotide,psyllium,pancrelipase,crofelemer,racecadotril,vancomycin,colestipol,telotristat",
  ],
  [
    "gi upset,upset stomach,stomach upset,gastrointestinal upset,abdominal pain,stomach pain,dyspepsia,gi intolerance,gastritis,stomach ulcer,peptic ulcer",
    "omeprazole,esomeprazole,lansoprazole,pantoprazole,rabeprazole,dexlansoprazole,famotidine,ranitidine,cimetidine,nizatidine,sucralfate,calcium carbonate,aluminum hydroxide,magnesium hydroxide,bismuth subsalicylate,simethicone,misoprostol,dicyclomine,hyoscyamine,peppermint oil,mebeverine,sodium alginate,alginate,sodium bicarbonate,potassium bicarbonate,ondansetron,vonoprazan,scopolamine",
  ],
  [
    "swelling,edema,oedema,leg swelling,peripheral edema,peripheral oedema",
    "furosemide,bumetanide,torsemide,hydrochlorothiazide,chlorthalidone,metolazone,spironolactone,eplerenone,triamterene,amiloride,indapamide,bendroflumethiazide,ethacrynic acid,prednisone,dexamethasone,icatibant,chlorothiazide,xipamide",
  ],
  [
    "myalgia,myalgias,muscle aches,muscle ache,muscle pain,muscle pains,myopathy,body aches,aches,joint pain,leg cramps,leg cramp,cramps,muscle cramps,leg pain,leg pains,muscle weakness",
    "acetaminophen,ibuprofen,naproxen,diclofenac,celecoxib,meloxicam,aspirin,tramadol,cyclobenzaprine,methocarbamol,baclofen,tizanidine,carisoprodol,metaxalone,orphenadrine,quinine,magnesium,magnesium oxide,magnesium citrate,magnesium glycinate,magnesium chloride,magnesium lactate,potassium chloride,potassium,gabapentin,pregabalin,mexiletine,diltiazem,vitamin e,ropinirole,pramipexole,menthol,lidocaine,capsaicin,methyl salicylate,trolamine salicylate,prednisone,mefenamic acid,duloxetine,colchicine,diazepam,turmeric,curcumin,glucosamine,hydroxychloroquine,ubidecarenone,pyridoxine,thiamine,levocarnitine,naftidrofuryl,cilostazol",
  ],
  [
    "headache,headaches",
    "acetaminophen,ibuprofen,naproxen,aspirin,caffeine,butalbital,sumatriptan,rizatriptan,eletriptan,zolmitriptan,naratriptan,topiramate,propranolol,amitriptyline,nortriptyline,rimegepant,ubrogepant,atogepant,erenumab,galcanezumab,fremanezumab,isometheptene,ketorolac,verapamil,candesartan,magnesium,magnesium oxide,riboflavin,diclofenac,codeine,indomethacin,gabapentin,venlafaxine,timolol,metoprolol,frovatriptan,almotriptan,prochlorperazine,metoclopramide,butterbur",
  ],
  [
    "dizziness,dizzy,vertigo,lightheaded,lightheadedness",
    "meclizine,betahistine,prochlorperazine,cinnarizine,scopolamine,dimenhydrinate,diazepam,midodrine,fludrocortisone,cyclizine",
  ],
  [
    "shortness of breath,sob,wheezing,wheeze,bronchospasm,difficulty breathing,trouble breathing,cant breathe",
    "albuterol,levalbuterol,ipratropium,tiotropium,budesonide,formoterol,fluticasone,salmeterol,montelukast,theophylline,prednisone,umeclidinium,vilanterol,furosemide,epinephrine,oxygen,beclomethasone,mometasone,terbutaline,glycopyrronium,roflumilast,torsemide,morphine",
  ],
  [
    "hypotension,low bp,low blood pressure",
    "midodrine,fludrocortisone,droxidopa,norepinephrine,phenylephrine,vasopressin",
  ],
  [
    "drowsy,drowsiness,sedation,sedated,too sleepy,somnolence,sleepiness",
    "modafinil,armodafinil,methylphenidate,amphetamine,caffeine,solriamfetol,pitolisant",
  ],
  ["weight gain", "phentermine,orlistat,semaglutide,tirzepatide,liraglutide,naltrexone,metformin,bupropion,topiramate"],
  [
    "palpitations,tachycardia,racing heart",
    "metoprolol,propranolol,atenolol,bisoprolol,diltiazem,verapamil,flecainide,nadolol,carvedilol,ivabradine,sotalol,nebivolol,propafenone,digoxin,labetalol",
  ],
  ["bradycardia,slow heart rate", "atropine,isoproterenol,theophylline"],
  [
    "constipation,constipated",
    "docusate,senna,bisacodyl,polyethylene glycol 3350,lactulose,linaclotide,lubiprostone,psyllium,magnesium hydroxide,magnesium citrate,magnesium oxide,methylnaltrexone,naloxegol,prucalopride,plecanatide,glycerin,sodium phosphate,methylcellulose,naldemedine,sodium picosulfate,sorbitol,mineral oil,ispaghula,tenapanor,sodium chloride,sodium bicarbonate,potassium chloride,elobixibat",
  ],
  [
    "confusion,delirium,agitation,agitated",
    "haloperidol,quetiapine,risperidone,olanzapine,lorazepam,donepezil,memantine,rivastigmine,galantamine,brexpiprazole,trazodone,valproate,dexmedetomidine,melatonin,ziprasidone,lactulose,rifaximin",
  ],
  [
    "seizure,seizures",
    "levetiracetam,lamotrigine,phenytoin,valproate,carbamazepine,oxcarbazepine,topiramate,lacosamide,zonisamide,phenobarbital,primidone,clobazam,clonazepam,diazepam,midazolam,lorazepam,gabapentin,pregabalin,brivaracetam,perampanel,eslicarbazepine,cenobamate,ethosuximide,rufinamide,vigabatrin,felbamate,cannabidiol,tiagabine,fosphenytoin,stiripentol,fenfluramine",
  ],
];

/** Each reaction, and the ingredients that are taken for it. */
export const REACTIONS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ...ONLY_REACTIONS.map((words) => [words, new Set<string>()] as const),
  ...ALSO_REASONS.flatMap(([words, takenFor]) => list(words).map((word) => [word, new Set(list(takenFor))] as const)),
];

/** Words that may stand beside a reaction without making it anything else. */
export const REACTION_FILLERS: ReadonlySet<string> = new Set(
  list(
    "severe,mild,moderate,bad,terrible,awful,possible,probable,questionable,and,or,with,the,a,an,of,to,in,on,all,over,causes,caused,cause,causing,gives,gave,gets,got,has,had,her,him,me,she,he,pt,patient,reports,reported,made,makes,developed,statin,statins,drug,reaction,severity,high,low,childhood,child,as,years,ago,since,past,remote,unable,tolerate,does,not,cannot,cant,did,lips,face,throat,tongue,body,legs,both,arms,skin,systemic,localised,localized,type,documented,confirmed,per,documentation,history,hx,side,effect,effects,extreme,significant,generalised,generalized,mouth,swelling,i,get,feel,felt",
  ),
);
