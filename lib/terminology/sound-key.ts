/**
 * What is left of a name when spelling is forgotten: consonant classes without vowels, so that `seroquel` and `ceroquel`,
 * `xyloprim` and `zyloprim` meet. Takes and gives lower-case letters; a first vowel stays as `a`.
 */
export function soundKey(name: string): string {
  let key = "";
  for (let at = 0; at < name.length; at += 1) {
    const sound = soundAt(name, at);
    if (sound === "" || (sound === "a" && at > 0)) continue;
    for (const part of sound) if (!key.endsWith(part)) key += part;
  }
  return key;
}

function soundAt(name: string, at: number): string {
  const letter = name[at] ?? "";
  const next = name[at + 1] ?? "";
  if (at === 0 && letter === "x") return "s";
  switch (letter) {
    case "a": case "e": case "i": case "o": case "u": case "y":
      return "a";
    case "c":
      return "eiy".includes(next) && next !== "" ? "s" : "k";
    case "q": case "k":
      return "k";
    case "z":
      return "s";
    case "x":
      return "ks";
    case "p":
      return next === "h" ? "f" : "p";
    case "v":
      return "f";
    case "d":
      return "t";
    case "j":
      return "g";
    case "m":
      return "n";
    case "h": case "w":
      return "";
    default:
      return letter;
  }
}
