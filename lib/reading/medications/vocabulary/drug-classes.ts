/**
 * A class or an unnamed drug, as it is written instead of a name. It is never read as a drug: the piece is not recognised,
 * and the members in general use are offered so that the clinician can say which one it is.
 */
export type DrugClass = { readonly says: string; readonly members: readonly string[] };

const rows = (says: string, words: string, members: string): [string, DrugClass][] =>
  words.split(",").map((word) => [word, { says, members: members === "" ? [] : members.split(",") }]);

const DIURETICS =
  "hydrochlorothiazide,furosemide,chlorthalidone,spironolactone,torsemide,bumetanide,indapamide,triamterene";
const ANTIHYPERTENSIVES = "lisinopril,amlodipine,losartan,hydrochlorothiazide,metoprolol,chlorthalidone";

/** Regimens by their abbreviation, in the drugs that they stand for: offered one by one, because a letter may be left out or added. */
const REGIMENS: readonly (readonly [words: string, name: string, members: string])[] = [
  ["r chop,rchop", "R-CHOP", "rituximab,cyclophosphamide,doxorubicin,vincristine,prednisone"],
  ["vrd,rvd", "VRd", "bortezomib,lenalidomide,dexamethasone"],
  ["krd", "KRd", "carfilzomib,lenalidomide,dexamethasone"],
  ["cybord,vcd", "CyBorD", "cyclophosphamide,bortezomib,dexamethasone"],
  ["dara vrd,d vrd", "D-VRd", "daratumumab,bortezomib,lenalidomide,dexamethasone"],
  ["folfox,mfolfox6,mfolfox", "FOLFOX", "fluorouracil,leucovorin,oxaliplatin"],
  ["folfiri", "FOLFIRI", "fluorouracil,leucovorin,irinotecan"],
  ["folfirinox,mfolfirinox", "FOLFIRINOX", "fluorouracil,leucovorin,irinotecan,oxaliplatin"],
  ["capox,xelox", "CAPOX", "capecitabine,oxaliplatin"],
  ["abvd", "ABVD", "doxorubicin,bleomycin,vinblastine,dacarbazine"],
  ["tchp", "TCHP", "docetaxel,carboplatin,trastuzumab,pertuzumab"],
  ["flot", "FLOT", "fluorouracil,leucovorin,oxaliplatin,docetaxel"],
];

export const DRUG_CLASSES: readonly (readonly [string, DrugClass])[] = [
  ...rows(
    "a diuretic",
    "water pill,water pills,water tablet,water tablets,fluid pill,fluid pills,fluid tablet,diuretic,diuretics,loop diuretic,thiazide,thiazides,thiazide diuretic,potassium sparing diuretic",
    DIURETICS,
  ),
  ...rows(
    "a statin",
    "statin,statins,cholesterol pill,cholesterol medicine,cholesterol medication,cholesterol med,cholesterol tablet,cholesterol meds,lipid lowering medication",
    "atorvastatin,simvastatin,rosuvastatin,pravastatin,lovastatin,fluvastatin",
  ),
  ...rows(
    "a blood pressure medicine",
    "blood pressure pill,blood pressure pills,blood pressure medicine,blood pressure medication,blood pressure medications,blood pressure meds,blood pressure med,blood pressure tablet,blood pressure tablets,bp pill,bp meds,bp med,bp medication,bp tablet,antihypertensive,antihypertensives,antihypertensive medication,hypertension medication,high blood pressure medication,high blood pressure medicine,hypertensive medication",
    ANTIHYPERTENSIVES,
  ),
  ...rows(
    "an ACE inhibitor",
    "ace inhibitor,ace inhibitors,acei,ace i",
    "lisinopril,ramipril,enalapril,benazepril,perindopril,captopril",
  ),
  ...rows(
    "an angiotensin receptor blocker",
    "arb,arbs,angiotensin receptor blocker",
    "losartan,valsartan,candesartan,irbesartan,olmesartan,telmisartan",
  ),
  ...rows(
    "a beta blocker",
    "beta blocker,beta blockers,betablocker,bb",
    "metoprolol,bisoprolol,atenolol,carvedilol,propranolol,nebivolol",
  ),
  ...rows(
    "a calcium channel blocker",
    "calcium channel blocker,calcium channel blockers,ccb,calcium blocker,calcium antagonist",
    "amlodipine,nifedipine,felodipine,diltiazem,verapamil,lercanidipine",
  ),
  ...rows(
    "an NSAID",
    "nsaid,nsaids,anti inflammatory,anti inflammatories,antiinflammatory,antiinflammatories,anti inflammatory medication",
    "ibuprofen,naproxen,diclofenac,celecoxib,meloxicam,indomethacin",
  ),
  ...rows(
    "a proton pump inhibitor",
    "ppi,ppis,proton pump inhibitor,acid reducer,stomach pill,heartburn medication,heartburn pill,acid reflux medication,reflux medication",
    "omeprazole,pantoprazole,esomeprazole,lansoprazole,rabeprazole,dexlansoprazole",
  ),
  ...rows("an H2 blocker", "h2 blocker,h2 blockers,h2 antagonist", "famotidine,ranitidine,cimetidine,nizatidine"),
  ...rows(
    "an anticoagulant",
    "blood thinner,blood thinners,anticoagulant,anticoagulants,anticoagulation,doac,noac",
    "apixaban,rivaroxaban,warfarin,dabigatran,edoxaban,clopidogrel",
  ),
  ...rows(
    "an antidepressant",
    "antidepressant,antidepressants,anti depressant,ssri,ssris,snri,depression medication,depression pill,tricyclic,tca",
    "sertraline,citalopram,escitalopram,fluoxetine,venlafaxine,mirtazapine",
  ),
  ...rows(
    "an anxiety or sleep medicine",
    "anxiety medication,anxiety pill,sleeping pill,sleeping pills,sleep aid,sleep medication,sleeping tablet,sleeping tablets,benzodiazepine,benzodiazepines,benzo,nerve pill,nerve pills",
    "lorazepam,alprazolam,zolpidem,diazepam,trazodone,clonazepam",
  ),
  ...rows(
    "a diabetes medicine",
    "diabetes medication,diabetes medications,diabetes medicine,diabetic medication,diabetic pill,diabetic pills,diabetes pill,sugar pill,sugar pills,sugar medicine,sulfonylurea,sulphonylurea,oral hypoglycemic,oral hypoglycemics,oral hypoglycaemic,oral antidiabetic,dpp4 inhibitor,gliptin,glitazone",
    "metformin,glipizide,glimepiride,gliclazide,glyburide,sitagliptin,pioglitazone",
  ),
  ...rows(
    "an SGLT2 inhibitor",
    "sglt2 inhibitor,sglt2,sglt2i,sglt 2i,sglt2 inhibitors,gliflozin",
    "empagliflozin,dapagliflozin,canagliflozin,ertugliflozin",
  ),
  ...rows(
    "a GLP-1 receptor agonist",
    "glp1,glp 1,glp1 agonist,glp 1 agonist,glp1 ra,weight loss injection,weight loss shot",
    "semaglutide,liraglutide,dulaglutide,tirzepatide,exenatide",
  ),
  ...rows(
    "a thyroid medicine",
    "thyroid pill,thyroid medication,thyroid medicine,thyroid tablet,thyroid tablets,thyroid meds",
    "levothyroxine,liothyronine,methimazole,carbimazole,propylthiouracil",
  ),
  ...rows(
    "a corticosteroid",
    "steroid,steroids,oral steroid,oral steroids,steroid cream,steroid inhaler,steroid taper,steroid pack,corticosteroid,corticosteroids,steroid injection,steroid injections,topical steroid",
    "prednisone,prednisolone,methylprednisolone,dexamethasone,hydrocortisone,budesonide",
  ),
  ...rows(
    "an inhaler",
    "rescue inhaler,inhaler,inhalers,puffer,blue inhaler,brown inhaler,purple inhaler,saba,laba,lama,ics,bronchodilator,bronchodilators,reliever inhaler,preventer inhaler,asthma inhaler,asthma pump,breathing treatments,nebulizer treatments",
    "albuterol,salmeterol,formoterol,tiotropium,ipratropium,budesonide,fluticasone",
  ),
  ...rows(
    "an antibiotic",
    "antibiotic,antibiotics,oral antibiotics,iv antibiotics,abx",
    "amoxicillin,doxycycline,azithromycin,cephalexin,ciprofloxacin,trimethoprim,nitrofurantoin",
  ),
  ...rows(
    "a pain medicine",
    "pain pill,pain pills,pain medication,pain medications,pain medicine,pain meds,pain med,painkiller,painkillers,pain killers,pain killer,narcotic,narcotics,opioid,opioids,opiate,opiates,narcotic pain medication,analgesic,analgesics,pain relievers,pain reliever",
    "acetaminophen,ibuprofen,tramadol,codeine,oxycodone,hydrocodone,morphine",
  ),
  ...rows(
    "a muscle relaxant",
    "muscle relaxant,muscle relaxer,muscle relaxers,muscle relaxants",
    "cyclobenzaprine,methocarbamol,baclofen,tizanidine,carisoprodol",
  ),
  ...rows(
    "an allergy medicine",
    "allergy pill,allergy pills,allergy medicine,allergy medication,antihistamine,antihistamines,allergy shots,hay fever tablets",
    "loratadine,cetirizine,fexofenadine,diphenhydramine,levocetirizine",
  ),
  ...rows(
    "a laxative or stool softener",
    "stool softener,stool softeners,laxative,laxatives,fiber supplement,fibre supplement",
    "docusate,senna,polyethylene glycol 3350,bisacodyl,lactulose,psyllium",
  ),
  ...rows(
    "a hormonal contraceptive",
    "birth control,birth control pill,birth control pills,oral contraceptive,oral contraceptives,oral contraceptive pill,ocp,ocps,contraceptive,contraceptives,contraceptive pill,the pill,combined pill,mini pill,minipill",
    "ethinyl estradiol,norethindrone,levonorgestrel,drospirenone,desogestrel",
  ),
  ...rows(
    "hormone replacement",
    "hormone patch,hormone patches,hrt patch,hrt patches,hormone gel,hrt,hormone replacement,hormone replacement therapy,hormones,hormone pill",
    "estradiol,progesterone,medroxyprogesterone,estrogens conjugated",
  ),
  ...rows("an antacid", "antacid,antacids", "calcium carbonate,aluminum hydroxide,magnesium hydroxide"),
  ...rows(
    "a heart medicine",
    "heart pill,heart pills,heart medicine,heart medication,heart meds,cardiac medications,heart tablet",
    "metoprolol,digoxin,amiodarone,diltiazem,isosorbide mononitrate",
  ),
  ...rows("a gout medicine", "gout medication,gout pill,gout medicine", "allopurinol,colchicine,febuxostat"),
  ...rows(
    "an anti-epileptic",
    "seizure medication,seizure medications,seizure medicine,anti seizure medication,antiepileptic,antiepileptics,anticonvulsant",
    "levetiracetam,lamotrigine,phenytoin,valproate,carbamazepine",
  ),
  ...rows(
    "an antipsychotic",
    "antipsychotic,antipsychotics,mood stabilizer,mood stabiliser",
    "quetiapine,olanzapine,risperidone,aripiprazole,lithium",
  ),
  ...rows("a nitrate", "nitrate,nitrates", "nitroglycerin,isosorbide mononitrate,isosorbide dinitrate"),
  ...rows(
    "a liquorice preparation",
    "liquorice rich,licorice rich,liquorice rich herbal tea,licorice rich herbal tea",
    "licorice",
  ),
  ...REGIMENS.flatMap(([words, name, members]) => rows(`the regimen ${name}`, words, members)),
  ...rows(
    "chemotherapy",
    "chemotherapy,chemo,chemo pill,immunosuppressant,immunosuppressants,biologic,biologics,antiviral,antivirals,antifungal,bone medication,osteoporosis medication,osteoporosis pill,bisphosphonate,bisphosphonates,eye drops,eye drop,prostate medication,prostate pill,bladder medication,bladder pill,migraine medication,cold medicine,cough syrup,cough medicine,cough medication,nasal spray,herbal,herbal medicine,chinese medicine,traditional medicine,sulfa,sulfa drugs,sulfas,sulpha,oral med,oral medication,oral medications,a medication,some medication,some medications,unknown medication,unknown medications,unknown med,another medication,new medication,other medication,a medicine,some medicine,some medicines,unknown medicine,another medicine,some meds,unknown meds,other meds,unnamed medication,a drug,some drug,unknown drug,another drug,pill,pills,some tablets,unknown tablets,some injections,an injection,study drug,trial medication",
    "",
  ),
];
