/** A dose form as written, the form as shown, and the route that it settles by itself. */
type FormRow = readonly [words: string, form: string, route: string | null];

const oral = (form: string, words: string): FormRow[] => words.split(",").map((word) => [word, form, "oral"]);
const by = (route: string | null, form: string, words: string): FormRow[] =>
  words.split(",").map((word) => [word, form, route]);

export const FORMS: readonly FormRow[] = [
  ...oral(
    "tablet",
    "tablet,tablets,tab,tabs,tab s,tbl,tabls,oral tablet,pill,pills,film coated tablet,film coated tablets,scored tablet",
  ),
  ...oral("chewable tablet", "chewable tablet,chewable tablets,chew tab,chewable,chewtab,chewable tabs,gummy,gummies"),
  ...oral(
    "soluble tablet",
    "soluble tablet,soluble tablets,dispersible tablet,dispersible tablets,effervescent tablet,effervescent tablets,disp tabs,sol tabs",
  ),
  ...oral(
    "orodispersible tablet",
    "orodispersible tablet,orodispersible tablets,oral disintegrating tablet,disintegrating tablet,disintegrating oral tablet,odt,orodispersible,orodisp,tbdp,melt,melts,oral lyophilisate",
  ),
  ...oral(
    "modified-release tablet",
    "modified release tablet,modified release tablets,mr tablet,mr tablets,m r tablets,m r tablet,prolonged release tablet,prolonged release tablets,extended release tablet,extended release oral tablet,er tablet,er tabs,sr tablets,xl tablets,tb24,tb12,tbcr,delayed release tablet,delayed release oral tablet,gastro resistant tablet,gastro resistant tablets,g r tablets,enteric coated tablet,enteric coated tablets,ec tablet,ec tablets,e c tablets,enteric coated,tbec",
  ),
  ...oral(
    "capsule",
    "capsule,capsules,cap,caps,caplet,caplets,oral capsule,softgel,softgels,soft gel,gelcap,gelcaps,hard capsules,cpsp",
  ),
  ...oral(
    "modified-release capsule",
    "modified release capsule,modified release capsules,mr capsules,mr capsule,m r capsules,prolonged release capsules,extended release capsule,extended release capsules,extended release oral capsule,er capsule,sr capsules,xl capsules,delayed release capsule,delayed release oral capsule,gastro resistant capsules,cpdr,cp12,cp24,cper,spansule",
  ),
  ...oral(
    "oral solution",
    "oral solution,solution,soln,syrup,elixir,liquid,linctus,oral drops,oral liquid,oral syringe,soluble",
  ),
  ...oral("oral suspension", "oral suspension,suspension,susp,susr"),
  ...oral(
    "powder",
    "powder,oral powder,pow,powd,pack,packet,packets,sachet,sachets,oral powder sachets,granules,gastro resistant granules,effervescent granules",
  ),
  ...oral("lozenge", "lozenge,lozenges,troche,pastille,pastilles,gum,chewing gum"),
  ...by(
    "sublingual",
    "sublingual tablet",
    "sublingual tablet,sublingual tablets,sl tablet,sl tablets,sublingual film,sl tab",
  ),
  ...by("sublingual", "sublingual spray", "sublingual spray"),
  ...by("buccal", "buccal film", "buccal film,buccal tablet,buccal tablets"),
  ...by(
    "inhaled",
    "inhaler",
    "inhaler,inhalers,mdi,metered dose inhaler,dry powder inhaler,dpi,hfa,aerosol inhaler,breath actuated inhaler,inhalation aerosol,inhalation aerosol solution,inhalation powder,powder for inhalation,inhalation spray,autohaler,accuhaler,diskus,turbohaler,turbuhaler,respimat,handihaler,ellipta,evohaler,respiclick,flexhaler,nexthaler,easi breathe,spiromax,easyhaler,genuair,breezhaler,twisthaler,inhub,digihaler,aero,aers,aepb,inhalation capsule,inhalation capsules,aerosol,cfc free inhaler,inhaler cfc free,dosed inhaler,puffer",
  ),
  ...by(
    "inhaled",
    "nebuliser solution",
    "nebule,nebules,nebuliser solution,nebulizer solution,inhalation solution,inhalant solution,neb solution,nebuliser liquid,respules,respule,ampule for nebulizer,nebu,nebulizer,nebuliser,nebs,neb,inhalation suspension",
  ),
  ...by("nasal", "nasal spray", "nasal spray,nasal inhaler,nose spray,nasal drops,nasal solution,nasal gel,nasal mist"),
  ...by(
    "eye",
    "eye drops",
    "eye drops,eye drop,eyedrops,ophthalmic solution,ophthalmic suspension,ophth soln,ophthalmic drops,ophthalmic,ophth,eye gel",
  ),
  ...by("eye", "eye ointment", "eye ointment,ophthalmic ointment"),
  ...by("ear", "ear drops", "ear drops,ear drop,otic solution,otic suspension,otic,ear spray"),
  ...by(null, "drops", "drops,drop,gtt,gtts"),
  ...by(null, "spray", "spray,sprays"),
  ...by("topical", "cream", "cream,topical cream,crea,vanishing cream"),
  ...by("topical", "ointment", "ointment,topical ointment,oint,oint."),
  ...by("topical", "gel", "gel,topical gel,emulgel"),
  ...by(
    "topical",
    "lotion",
    "lotion,topical lotion,scalp application,topical solution,topical foam,foam,shampoo,wash,facial wash,medicated shampoo,topical spray,liniment,scalp solution,paste,topical powder,paint",
  ),
  ...by(
    "transdermal",
    "patch",
    "patch,patches,transdermal patch,transdermal patches,transdermal system,ptwk,pt24,pt72,medicated patch,topical patch,patch 24 hr,transdermal gel,plaster,medicated plasters",
  ),
  ...by(
    "rectal",
    "suppository",
    "suppository,suppositories,rectal suppository,supp,enema,rectal foam,rectal cream,rectal ointment",
  ),
  ...by(
    "vaginal",
    "vaginal cream",
    "vaginal cream,vaginal gel,vaginal tablet,vaginal tablets,vaginal insert,vaginal ring,vaginal suppository,pessary,pessaries",
  ),
  ...by("intrauterine", "intrauterine device", "intrauterine device,intrauterine system,iud,ius"),
  ...by(
    null,
    "injection",
    "injection,injections,solution for injection,injectable solution,injectable suspension,inj,vial,vials,ampoule,ampoules,ampule,ampules,ampul,prefilled syringe,prefilled syringes,pre filled syringe,cartridge,cartridges,injected,soaj,sosy,depot injection,depot,intramuscular injection",
  ),
  ...by(
    "subcutaneous",
    "pen",
    "pen,pens,prefilled pen,pre filled pen,pen injector,auto injector,autoinjector,flexpen,kwikpen,solostar,flextouch,penfill,pnij,sopn,sureclick,disposable pen",
  ),
  ...by("implanted", "implant", "implant,subdermal implant,drug implant"),
  ...by("intravenous", "infusion", "infusion,intravenous infusion,drip,solution for infusion"),
  ...by(null, "pump", "pump,insulin pump"),
  ...by(null, "film", "film"),
];
