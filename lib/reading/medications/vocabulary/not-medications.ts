const list = (phrases: string): string[] => phrases.split(",");

/** Things that stand on medication lists and are no drug: devices, diets, unnamed mixtures. Named ingredients beside them are still read. */
export const NOT_MEDICATIONS: readonly string[] = [
  ...list(
    "spikevax,comirnaty,novavax,nuvaxovid,arexvy,abrysvo,mresvia,capvaxive,vaxneuvance,penbraya,heplisav,heplisav b,engerix,engerix b,recombivax,twinrix,havrix,vaqta,avaxim,fluzone,fluzone hd,flucelvax,fluad,flublok,afluria,fluarix,flulaval,flumist,fluenz,zostavax,menactra,menveo,menquadfi,nimenrix,bexsero,trumenba,adacel,boostrix,daptacel,pediarix,pentacel,vaxelis,infanrix,infanrix hexa,rotateq,rotarix,proquad,varivax,ipol,imovax,rabavert,jynneos,ixiaro,typhim vi,vivotif,dengvaxia,repevax,revaxis,menitorix,gardasil,cervarix,shingrix,tdap,dtap,td booster,mmr,hpv vaccine,rsv vaccine,prevnar,pneumovax,omnipod,tandem pump,medtronic pump,vaccine,vaccines,flu vaccine,influenza vaccine,covid vaccine,covid 19 vaccine,covid booster,flu shot,flu jab,tetanus shot,tetanus vaccine,pneumonia vaccine,pneumococcal vaccine,shingles vaccine,hepatitis b vaccine,vaccination,vaccinations,immunization,immunizations,immunisation,immunisations,booster,low sodium diet,low salt diet,cpap,bipap,continuous positive airway pressure,home oxygen,home o2,oxygen,o2,oxygen concentrator,oxygen cylinder,nasal cannula,supplemental oxygen,humidifier,spacer,aerochamber,volumatic,peak flow meter,nebulizer machine,nebuliser machine,nebulizer compressor",
  ),
  ...list(
    "glucometer,blood glucose monitor,glucose meter,glucose monitoring,test strip,test strips,lancet,lancets,lancing device,pen needle,pen needles,needles,insulin syringe,insulin syringes,syringe,syringes,sharps bin,sharps container,alcohol swabs,alcohol pads,alcohol prep,continuous glucose monitor,cgm,freestyle libre,libre sensor,dexcom,insulin pump supplies,infusion set",
  ),
  ...list(
    "ostomy,stoma bag,colostomy bag,ileostomy bag,catheter,catheters,leg bag,night bag,incontinence pads,dressing,dressings,cavilon,ketostix,gauze,bandage,bandages,plasters,blister kit,second skin,compression stockings,ted hose,ted stockings,support stockings,compression hosiery,brace,splint,wheelchair,walker,cane,crutches,hearing aid,hearing aids,glasses,contact lenses,dentures,tens unit,tens machine,heating pad,heat pack,ice pack,theraworx,magnetic bracelet,blood pressure monitor,bp cuff,pulse oximeter,thermometer",
  ),
  ...list(
    "multivitamin,multivitamins,multi vitamin,multi vitamins,multivit,mvi,mvit,multiple vitamin,multiple vitamins,prenatal vitamin,prenatal vitamins,prenatals,pnv,vitamin,vitamins,daily vitamin,vitamin b,vitamin b tablet,minerals,multimineral,centrum,centrum silver,one a day vitamin,one a day vitamins,one a day multivitamin,theragran,theragran m,ocuvite,preservision,icaps,mineral supplement,vitamin supplement,vitamin supplements,nutritional supplement,nutritional supplements,dietary supplement,dietary supplements,herbal supplement,herbal supplements,herbal tea,green tea,herbs,protein shake,protein powder,probiotic,probiotics,vsl 3,vsl#3,visbiome,berocca,wellwoman,wellman,pregnacare,pharmaton,forceval,abidec,dalivit,ketovite,seven seas,nephrovite,nephro vite,nephro vite rx,nephrocaps,rena vite,rena vite rx,renavit,dialyvite,b complex with c,wheat grass,wheatgrass,whey protein,whey,protein powders,greens powder,meal replacement,collagen,collagen peptides",
  ),
  ...list(
    "ensure,ensure plus,boost,glucerna,fortisip,fortijuice,complan,nepro,jevity,osmolite,tube feeds,tube feeding,tube feeding formula,tpn,diet,low salt diet,diabetic diet,cardiac diet,renal diet,ada diet,sodium diet,gluten free,thickener,nutilis,fluid restriction,infant formula,pedialyte,electrolyte drink,electrolyte drinks,electrolyte powder,electrolyte tablets,electrolyte tablet,electrolyte water,electrolyte solution,electrolyte mix,electrolytes,sports drink,sports drinks,isotonic drink,isotonic drinks,gatorade,powerade,lucozade,lucozade sport,liquid i v,liquid iv,nuun,nuun tablets,lmnt,pickle juice,pickle brine,mustard,coconut water,bananas,banana,thick and easy,resource thickenup",
  ),
  ...list(
    "emollient,emollients,moisturizer,moisturiser,moisturizing lotion,sunscreen,soap,soap substitute,saline,normal saline rinse,saline rinse,saline flush,nasal saline,saline nasal spray,sinus rinse,artificial saliva,lip balm,chapstick,barrier cream,physical therapy,physiotherapy,exercise,exercises,radiation,radiotherapy,dialysis,hemodialysis,haemodialysis,blood transfusion,transfusion,transfusions,acupuncture,massage,counselling,counseling,medical marijuana card",
  ),
];

/** Statements that there is nothing to list, or that the list is elsewhere. */
export const NOTHING_PHRASES: readonly string[] = [
  ...list(
    "no medications,no medication,no meds,no medicines,no current medications,no current meds,no daily medications,no regular medications,no regular meds,no regular medication,no home medications,no prescription medications,no prescribed medications,no chronic medications,no other medications,no other meds,no known medications,no known meds,no medication history,not on any medications,not on any medication,not on any meds,not taking any medications,not taking any medication,not taking any meds,takes no medications,takes no medication,takes no meds,takes nothing,is on no medications,on no medications,denies medications,denies any medications,denies taking any medications,denies medication use,denies regular medications,there are no current medications,currently on no medications,no rx,nil regular,nil,none,none known,none reported,none currently,nil of note,no regular medicines,no over the counter medications,no otc medications,no otc meds,no supplements,no herbal supplements,no inhalers,no blood thinners,no anticoagulants,no current facility administered medications,no new medications,no changes,no change,n a,na,not applicable,not available,not known,unknown,unobtainable,unable to obtain,noncontributory,non contributory,medication free,drug free",
  ),
  ...list(
    "nkda,nka,nkma,no known drug allergies,no known allergies,no known medication allergies,no known medical allergies,no drug allergies,no allergies,no allergy,denies allergies,no known drug allergy,no known allergy",
  ),
  ...list(
    "see list,see medication list,see mar,see chart,see attached,see attached list,see below,see above,see med list,see nursing notes,see nurses notes,see hpi,see epic,per list,per mar,per medication list,as listed,as above,as below,listed in the medical records,listed in the chart,refer to list,on file,reviewed,medications reviewed,same as above,as per chart,as per list,unchanged,same",
  ),
];

/** Phrases that hold a drug's name and mean something else; the name inside them is not read. */
export const NAME_INSIDE_OTHER: readonly string[] = [
  ...list(
    "calcium channel blocker,calcium channel blockers,calcium blocker,calcium antagonist,calcium channel,calcium score,calcium stones,calcium oxalate stones,calcium oxalate stone,coronary calcium,calcium level,calcium levels,potassium sparing,potassium sparing diuretic,potassium binder,potassium binders,potassium channel,potassium level,potassium levels,potassium rich,potassium restriction,potassium restricted,low potassium,high potassium,high potassium levels,serum potassium,retaining potassium,retain potassium,potassium check,check potassium,potassium monitoring,potassium loss,potassium wasting,potassium blood test,low magnesium,magnesium level,magnesium levels,serum magnesium,low calcium,serum calcium,high calcium",
  ),
  ...list(
    "sodium level,sodium levels,low sodium,low sodium diet,serum sodium,sodium restriction,sodium restricted,sodium glucose,low salt,iron deficiency,iron deficiency anemia,iron deficiency anaemia,iron deficient,iron level,iron levels,iron studies,iron overload,low iron,serum iron,iron stores,vitamin d deficiency,vitamin d level,vitamin d levels,vitamin d deficient,low vitamin d,b12 deficiency,vitamin b12 deficiency,b12 level,vitamin b12 level,low b12,low vitamin b12,folate deficiency,folate level,folic acid deficiency,zinc deficiency,vitamin deficiency,vitamin k antagonist,vitamin k antagonists,vitamin a deficiency,vitamin c deficiency,magnesium deficiency,potassium deficiency,copper deficiency,thiamine deficiency",
  ),
  ...list(
    "blood glucose,blood sugar,glucose level,glucose levels,glucose monitor,glucose control,glucose test,glucose meter,glucose strips,glucose intolerance,glucose tolerance test,fasting glucose,excess glucose,angiotensin receptor,angiotensin receptor blocker,angiotensin converting,angiotensin converting enzyme,angiotensin ii receptor,insulin pump,insulin resistance,insulin resistant,insulin dependent,non insulin dependent,insulin syringe,insulin syringes,insulin needles,insulin pen needles,insulin requirement,insulin sensitivity,insulin requiring",
  ),
  ...list(
    "alcohol use,alcohol abuse,alcohol dependence,alcohol dependency,alcohol withdrawal,alcohol withdrawal medications,alcohol intake,alcohol free,avoid alcohol,no alcohol,with alcohol,drinks alcohol,alcohol use disorder,alcohol swab,alcohol swabs,alcohol wipes,alcohol pads,denies alcohol,rubbing alcohol,social alcohol,occasional alcohol,alcohol consumption,alcohol misuse,drinking alcohol",
  ),
  ...list(
    "with water,of water,in water,glass of water,full glass of water,water retention,water aerobics,warm water,in juice,water pill,water pills,water tablet,water tablets,salt water,tap water,water for injection,excess water,drink water,hot water,cold water,sips of water,free water,mixed with water,dissolved in water",
  ),
  ...list(
    "opioid dependence,opioid use disorder,nicotine dependence,nicotine addiction,heroin abuse,heroin use,cocaine use,cocaine abuse,cocaine positive,history of heroin,history of cocaine,caffeine intake,caffeine free,methadone clinic,tobacco use,cannabis use,marijuana use,steroid induced,drug induced,statin induced,amiodarone induced,lithium toxicity,digoxin toxicity,heparin induced thrombocytopenia,digoxin level,digoxin levels,lithium level,lithium levels,vancomycin trough,vancomycin level,phenytoin level,theophylline level,inr goal,thyroid cancer,thyroid disease,tetanus shot,estrogen receptor,progesterone receptor,estrogen positive,latex allergy,methotrexate toxicity,silver alert,oxygen saturation,oxygen saturations,oxygen saturation above,nitrogen balance,growth hormone deficiency,testosterone deficiency,low testosterone,testosterone level,lactose intolerance,lactose intolerant,lactose free,sugar free,gluten free,fat free,histamine blocker,aspirin free,acetaminophen free,folate receptor,carbon monoxide,carbon dioxide,iodine contrast,iron rich",
  ),
];

const WARNED = list(
  "avoid,avoids,avoiding,no,not drink,not eat,dont eat,dont drink,not to eat,not to drink,avoid eating,avoid drinking,avoid taking with,not with,without,not take with,not be taken with,to be taken with,not taken with,dont take with,never take with,interaction with,interacts with,warned about,counselled about,advised about,not consume,dont have,not have",
);
/** "Do not take with grapefruit juice": a warning of the label, and nobody's drink. */
export const GRAPEFRUIT_WARNINGS: readonly string[] = WARNED.flatMap((words) =>
  ["grapefruit juice", "grapefruit", "grapefruits"].map((fruit) => `${words} ${fruit}`),
);

/** Words before a name that make it a thing that happened or was measured, not a drug on the list: "side effects of", "due to". */
export const MENTION_BEFORE: readonly string[] = list(
  "side effect of,side effects of,side effects from,side effects to,side effect from,potential side effect of,adverse effect of,due to,caused by,secondary to,because of,induced by,interaction with,interactions with,interacts with,toxicity from,overdose of,overdose on,level of,levels of,history of,effects of,effect of,efficacy of,benefit of,benefits of,risk of,risks of,risks with,contraindicated with,combined with,effect on,similar to,than,test for,screen for,screening for,cream containing,positive for,generic for,brand name for,same as,not to be confused with,metabolite of,monitor",
);
