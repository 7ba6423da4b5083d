const words = (list: string): ReadonlySet<string> => new Set(list.split(","));

/** Elements and body substances that are drugs on a list and something else in a laboratory or a diet. */
export const ALSO_SUBSTANCES = words(
  "potassium,sodium,calcium,magnesium,iron,zinc,glucose,phosphate,chloride,bicarbonate,water,alcohol,ethanol,oxygen,nitrogen,insulin,cholesterol,creatinine,urea,testosterone,estrogen,estradiol,cortisol,folate,ferritin,albumin,copper,silver,iodine,carbon,lithium,sugar,sucrose,dextrose,lactose,fructose,starch,gelatin,honey,vinegar,nicotine,caffeine,cocaine,heroin,tobacco,salt,charcoal,sulfur,sulphur,chromium,selenium,fluoride,helium,menthol,alcohols,cellulose,talc,glycerin,glycerine,oatmeal,opium,ammonia,chlorine,petrolatum,peppermint,ginger,garlic,cinnamon,tomato,peanut,egg,milk,soy,soybean,wheat,corn,latex,shellfish,almond,apple,banana,coffee,tea,chocolate,orange,strawberry,rice,fish,pollen,dust,cat,dog,honeybee,lanolin",
);

/** Brand suffixes that stand for a further ingredient: "Tylenol PM" is not Tylenol. */
export const SUFFIXES_WITH_INGREDIENT = words(
  "d,dm,hct,hctz,plus,duo,combi,cf,cold,sinus,flu,migraine,comp,compound,complete,co,fe,multi,nighttime,daytime,trio",
);

/** Words that may stand between two names of one product or before a name without being one themselves. */
export const NAME_MODIFIERS = words(
  "generic,brand,baby,low,dose,extra,strength,regular,enteric,coated,ec,buffered,chewable,one,two,three,a,an,the,iv,im,sq,sc,subcutaneous,intravenous,intramuscular,po,oral,topical,nasal,inhaled,nebulized,sublingual,transdermal,intracoronary,vaginal,liquid,long,acting,short,extended,release,slow,prn,daily,otc,rx,new,home,also,and,with,plus,or,some,her,his,my,their,continue,continues,resume,start,started,take,takes,taking,use,uses,using,include,includes,including,on,hold,stop,stopped,increase,decrease,half,x,natural,organic,pure,sterile,powdered,intranasal,rectal,ophthalmic,is,are,was,has,been,currently,now,both,either",
);

/** Names that only say the sort, so that the word behind them is the rest of the name: "insulin glargine", "magnesium oxide". */
export const GENERAL_NAMES = words("insulin,magnesium,potassium,calcium,sodium,iron,zinc,vitamin d");
