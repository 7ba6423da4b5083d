import { phraseTable } from "@/lib/reading/medications/text/phrase-table";

const rows = (time: string, words: string): [string, string][] => words.split(",").map((word) => [word, time]);

/** Words for one time of the day; what is given at each is added up. Longer phrases decide. */
export const TIMES_OF_DAY = phraseTable([
  ...rows(
    "in the morning",
    "mane,om,o m,qam,q am,am,a m,morning,mornings,in the morning,each morning,every morning,in am,in the am,breakfast,at breakfast,with breakfast,before breakfast,after breakfast,8 am,8am,7 am,9 am,in the mornings,at 8 am",
  ),
  ...rows(
    "at noon",
    "noon,midday,at midday,at noon,lunch,at lunch,lunchtime,at lunchtime,with lunch,12 noon,afternoon,in the afternoon,at 2 pm,2 pm",
  ),
  ...rows(
    "in the evening",
    "evening,evenings,in the evening,each evening,every evening,teatime,at teatime,tea time,dinner,with dinner,at dinner,supper,with supper,qpm,pm,p m,in the pm,in pm,6 pm,5 pm,at 6 pm,with evening meal,with the evening meal",
  ),
  ...rows(
    "at bedtime",
    "nocte,noct,on,o n,qhs,hs,h s,night,nights,at night,each night,every night,nightly,bedtime,at bedtime,before bed,in the night,at hs,bed time,10 pm,9 pm",
  ),
]);
