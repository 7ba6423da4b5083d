const rows = (frequency: string, words: string): [string, string][] => words.split(",").map((word) => [word, frequency]);

/** Whole expressions of how often; what has a number in it is read by the grammar in `frequency.ts`. */
export const FREQUENCIES: readonly (readonly [string, string])[] = [
  ...rows("daily", "daily,qd,q d,od,o d,q day,every day,each day,a day,per day,once daily,once a day,once per day,one a day,one daily,24 hourly,qday,1 d,die"),
  ...rows("twice daily", "bid,b i d,bd,b d,bds,twice daily,twice a day,two times a day,twice per day,2 times a day,two times daily,2 times daily,12 hourly,twice a daily,2 two times a day,two times per day,twice each day,twice every day,bis in die"),
  ...rows("three times daily", "tid,t i d,tds,t d s,three times daily,three times a day,3 times a day,3 times daily,three times per day,thrice daily,3 three times a day,8 hourly,thrice a day,tid with meals"),
  ...rows("four times daily", "qid,q i d,qds,q d s,four times daily,four times a day,4 times a day,4 times daily,4 four times a day,6 hourly,four times per day"),
  ...rows("five times daily", "five times daily,five times a day,5 times a day,5 x day"),
  ...rows("at bedtime", "qhs,q h s,hs,h s,at bedtime,bedtime,before bed,nightly,every night,each night,at night,on,o n,nocte,noct,qn,at bed,bed time,nightly at bedtime,at night time,night,nights,in the night,every bedtime,po qhs,at hs"),
  ...rows("in the morning", "qam,q am,q a m,om,o m,mane,every morning,each morning,in the morning,am,mornings,morning,in am,every am,with breakfast,before breakfast,after breakfast,at breakfast,in the mornings,a m"),
  ...rows("in the evening", "qpm,q pm,q p m,every evening,in the evening,each evening,evening,pm,evenings,with dinner,with supper,with evening meal,before dinner,after dinner,teatime,at teatime,with the evening meal,every pm,in pm,at 6 pm"),
  ...rows("at noon", "at noon,midday,at midday,at lunchtime,with lunch,noon,lunchtime"),
  ...rows("every other day", "qod,q o d,every other day,alternate days,on alternate days,every second day,eod,alt days,every two days"),
  ...rows("weekly", "weekly,once weekly,once a week,every week,qweek,q week,qwk,q wk,per week,a week,each week,wkly,one weekly,qw,once per week,o w"),
  ...rows("twice weekly", "twice weekly,twice a week,two times a week,2 times a week,biw,2x week"),
  ...rows("three times weekly", "three times a week,three times weekly,3 times a week,3x week,tiw,thrice weekly"),
  ...rows("every 2 weeks", "every two weeks,fortnightly,every other week,biweekly,every fortnight,q2wk,every 2 weeks"),
  ...rows("monthly", "monthly,once a month,once monthly,every month,each month,per month,qmonth,q month,a month,4 weekly,every 4 weeks"),
  ...rows("every 3 months", "every three months,quarterly,every 3 months,3 monthly,12 weekly,once every 3 months"),
  ...rows("every 6 months", "every six months,6 monthly,twice a year,twice yearly,every 6 months"),
  ...rows("yearly", "yearly,annually,once a year,once yearly,every year"),
  ...rows("with meals", "with meals,with each meal,with food,ac and hs,with every meal,with a meal,tid ac,w meals,c meals"),
  ...rows("before meals", "before meals,ac,a c,before food,qac,q ac,before each meal,30 minutes before meals"),
  ...rows("after meals", "after meals,pc,p c,after food,after each meal"),
  ...rows("once", "stat,once only,one time,single dose,as a single dose,x1 dose,once"),
  ...rows("as directed", "as directed,ud,ut dict,uad,mdu,as dir,as advised,as instructed"),
  ...rows("continuous", "continuous,continuously"),
  ...rows("sliding scale", "sliding scale,ss,per sliding scale,correction scale"),
];

/** Taken only when needed. */
export const AS_NEEDED: readonly string[] = [
  "prn", "p r n", "as needed", "as required", "when required", "when needed", "if needed", "if required", "as and when required", "as and when", "as necessary", "when necessary",
  "sos", "if necessary", "occasionally", "occasional", "as per need", "on demand", "as available", "p r n for", "rarely", "sparingly", "only when needed", "as req", "when req",
];

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ["one", 1], ["two", 2], ["three", 3], ["four", 4], ["five", 5], ["six", 6], ["seven", 7], ["eight", 8], ["nine", 9], ["ten", 10], ["eleven", 11], ["twelve", 12],
  ["fourteen", 14], ["twenty", 20], ["thirty", 30], ["half", 0.5], ["a", 1], ["an", 1], ["i", 1], ["ii", 2], ["iii", 3], ["several", 0], ["few", 0], ["couple", 2],
]);

export const TIME_UNITS: ReadonlyMap<string, "minute" | "hour" | "day" | "week" | "month" | "year"> = new Map([
  ["min", "minute"], ["mins", "minute"], ["minute", "minute"], ["minutes", "minute"],
  ["h", "hour"], ["hr", "hour"], ["hrs", "hour"], ["hour", "hour"], ["hours", "hour"], ["hourly", "hour"],
  ["d", "day"], ["day", "day"], ["days", "day"], ["dy", "day"], ["dys", "day"], ["nights", "day"],
  ["wk", "week"], ["wks", "week"], ["w", "week"], ["week", "week"], ["weeks", "week"], ["fortnight", "week"],
  ["mo", "month"], ["mos", "month"], ["mth", "month"], ["mths", "month"], ["month", "month"], ["months", "month"],
  ["yr", "year"], ["yrs", "year"], ["y", "year"], ["year", "year"], ["years", "year"],
]);

export const WEEKDAYS: ReadonlyMap<string, string> = new Map([
  ["monday", "Monday"], ["mondays", "Monday"], ["mon", "Monday"], ["tuesday", "Tuesday"], ["tuesdays", "Tuesday"], ["tue", "Tuesday"], ["tues", "Tuesday"],
  ["wednesday", "Wednesday"], ["wednesdays", "Wednesday"], ["wed", "Wednesday"], ["thursday", "Thursday"], ["thursdays", "Thursday"], ["thu", "Thursday"], ["thurs", "Thursday"],
  ["friday", "Friday"], ["fridays", "Friday"], ["fri", "Friday"], ["saturday", "Saturday"], ["saturdays", "Saturday"], ["sat", "Saturday"], ["sunday", "Sunday"], ["sundays", "Sunday"], ["sun", "Sunday"],
]);
