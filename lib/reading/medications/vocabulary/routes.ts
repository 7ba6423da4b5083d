const rows = (route: string, words: string): [string, string][] => words.split(",").map((word) => [word, route]);

/** Words of a route as they are written, to the route as shown. */
export const ROUTES: readonly (readonly [string, string])[] = [
  ...rows(
    "oral",
    "po,p o,by mouth,per os,orally,oral,oral route,mouth,per oral,to be taken,take,taken,swallow,chew,chewed,swish and swallow",
  ),
  ...rows("enteral tube", "via peg,per peg,via ng tube,per ngt,via gastrostomy,per tube,via tube,g tube"),
  ...rows("intravenous", "iv,i v,intravenous,intravenously,ivpb,iv push,ivp"),
  ...rows("intramuscular", "im,i m,intramuscular,intramuscularly,intramusc"),
  ...rows(
    "subcutaneous",
    "sc,s c,sq,subq,sub q,subcut,subcu,subcutaneous,subcutaneously,sub cut,s q,under the skin,inject under skin",
  ),
  ...rows("sublingual", "sl,s l,sublingual,sublingually,under tongue,under the tongue"),
  ...rows("buccal", "buccal,buccally"),
  ...rows(
    "inhaled",
    "inhaled,inhale,inhalation,inhalation route,by inhalation,inhalations,puff,puffs,nebulized,nebulised,via nebulizer,via nebuliser,neb,inh,via spacer",
  ),
  ...rows(
    "nasal",
    "nasal,nasally,intranasal,intranasally,each nostril,both nostrils,in each nostril,per nostril,nostril,nostrils,into nose,in the nose",
  ),
  ...rows("eye", "ophthalmic,eye,eyes,both eyes,each eye,left eye,right eye,affected eye,to the eye,ou,os"),
  ...rows("ear", "otic,ear,ears,left ear,right ear,both ears,affected ear"),
  ...rows(
    "topical",
    "topical,topically,apply,applied,to be applied,to affected area,affected area,to skin,externally,top",
  ),
  ...rows("transdermal", "transdermal,transdermally"),
  ...rows("rectal", "pr,p r,rectal,rectally,per rectum"),
  ...rows("vaginal", "pv,p v,vaginal,vaginally,per vagina,intravaginally"),
  ...rows("intrathecal", "intrathecal,intrathecally"),
  ...rows("intracoronary", "intracoronary"),
  ...rows("epidural", "epidural"),
  ...rows("intra-articular", "intra articular,intraarticular"),
  ...rows("intradermal", "intradermal,intradermally"),
  ...rows("intravitreal", "intravitreal"),
  ...rows("intrauterine", "intrauterine"),
  ...rows("gargle", "gargle,mouthwash,swish and spit"),
];

/** "od" is once daily, and a right eye beside eye drops. */
export const RIGHT_EYE_OR_DAILY = "od";
