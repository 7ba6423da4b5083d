/**
 * Makers whose name stands before a generic name ("TEVA-FUROSEMIDE", "Apo-Ramipril") or in brackets behind it ("simvastatin (Bayer)").
 * Such a word says who made it and nothing of what it is.
 */
export const MAKERS: ReadonlySet<string> = new Set(
  "teva,apo,adco,sandoz,sdz,mylan,novo,pms,ratio,gen,act,auro,jamp,mint,nat,ran,riva,taro,zym,accel,ach,dom,phl,septa,aspen,arrow,actavis,almus,accord,zentiva,stada,hexal,ratiopharm,lupin,cadila,zydus,cipla,glenmark,torrent,wockhardt,amneal,camber,aurobindo,chemmart,terry,apotex,bayer,pfizer,merck,winthrop,ranbaxy,sun,alembic,ajanta,macleods,unichem,intas,emcure,alkem,mankind,heumann,aliud,betapharm,biogaran,arrotex,gxp,genrx,generichealth,rbx,dr,reddys,milpharm,bristol,crescent,tillomed,brown,burk,aristo,medreich,strides,relonchem,rosemont,pinewood,clonmel,gerard,rowex,krka,gedeon,richter,pro,mar,bio,van,nra,nu,marcan,sivem,sanis,ag,pharma,biomed,austell,be,tabs,unimed,mepha,spirig,lph,lapl,merckle,doc,eg,ctrs,helvepharm,viatris,greenstone,prasco,par,roxane,hikma,westward,watson,barr,ivax,norton,generics,kent,sovereign".split(
    ",",
  ),
);
