const NUMBER_WORDS = new Set(
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred dozen".split(
    " ",
  ),
);
const FRACTION = /^(\d+)\/(\d+)$/;

/**
 * What a number may measure, as symbols for patterns: `<#n>` any number, `<#fever>` and `<#temp>` a raised and an ordinary
 * temperature in °C or °F, `<#mrc>` and `<#full>` power under 5/5 and full power, `<#time>` a length of time ("3/7", "6/52"),
 * `<#lowbp>` and `<#highbp>` a systolic pressure below 90 and a pressure from 140, `<#veryhot>` a temperature from 40.5 °C, `<#lowsat>` a saturation to 90, `<#fast>` a pulse from 115, `<#much>` a number from 300 (millilitres in a bladder).
 */
export function measuresOf(word: string): string[] {
  if (NUMBER_WORDS.has(word)) return ["<#n>"];
  if (!/^\d/.test(word)) return [];
  const fraction = FRACTION.exec(word);
  if (fraction !== null) {
    const [above, below] = [Number(fraction[1]), Number(fraction[2])];
    if (below === 5) return above >= 5 ? ["<#n>", "<#full>"] : ["<#n>", "<#mrc>"];
    if (above < 90 && above > 40 && below > 20 && below < 70) return ["<#n>", "<#lowbp>"];
    if (above >= 140 && above < 260 && below >= 70 && below < 160) return ["<#n>", "<#highbp>"];
    return below === 7 || below === 52 || below === 12 || below === 24 ? ["<#n>", "<#time>"] : ["<#n>"];
  }
  const value = Number(word.replaceAll(",", ""));
  if (!Number.isFinite(value)) return [];
  const symbols = ["<#n>"];
  if ((value >= 37.8 && value <= 43) || (value >= 100.4 && value <= 110)) symbols.push("<#fever>");
  if (word.includes(".") && value >= 37.8 && value <= 42) symbols.push("<#fever-decimal>");
  if ((value >= 35 && value < 37.8) || (value >= 96 && value < 100.4)) symbols.push("<#temp>");
  if (value >= 40 && value < 90) symbols.push("<#lowbp>");
  if (value >= 70 && value <= 90) symbols.push("<#lowsat>");
  if (value >= 115 && value <= 220) symbols.push("<#fast>");
  if ((value >= 40.5 && value <= 44) || (value >= 105 && value <= 112)) symbols.push("<#veryhot>");
  if (value >= 300 && value <= 3000) symbols.push("<#much>");
  return symbols;
}
