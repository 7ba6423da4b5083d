/** Passwords of twelve or more characters that head every published list of leaked ones, and what a clinic would think of first. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  "123456789012", "1234567890123", "12345678901234", "123456789123", "123123123123", "112233445566", "121212121212", "123321123321", "147258369147", "159753159753", "102030405060",
  "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdfghjkl", "qwertyuiopasdf", "asdfghjkl123", "asdfghjklqwertyuiop", "zxcvbnm12345", "zxcvbnmasdfghjkl",
  "q1w2e3r4t5y6", "qazwsxedcrfv", "qazwsxedc123", "qweasdzxc123", "qwerty123456", "123456qwerty", "1234qwerasdf", "qwer1234asdf", "abcd12345678", "abc123abc123", "a1b2c3d4e5f6", "aa123456789a", "asdf1234asdf",
  "passwordpassword", "password1234", "password12345", "password123456", "password2024", "password2025", "password2026", "passw0rd1234", "p@ssw0rd1234", "mypassword123", "newpassword1", "newpassword123", "changeme1234", "changemenow1", "changeme12345",
  "temppassword", "temppassword1", "defaultpassword", "secretpassword", "letmein12345", "letmeinplease", "welcome12345", "welcome123456", "administrator", "administrator1", "adminadmin12", "admin1234567", "admin12345678", "rootpassword", "testpassword", "testtesttest",
  "iloveyou1234", "iloveyouforever", "iloveyousomuch", "trustno1trustno1", "dragondragon", "monkeymonkey", "footballfootball", "princessprincess", "sunshinesunshine", "liverpoolfc1", "manchesterunited", "chocolate123", "superman1234", "jesuschrist1",
  "correcthorsebatterystaple", "thisisapassword", "nopasswordhere", "opensesame123", "startrek1234", "starwars1234", "summer2025summer", "winter2025winter", "spring2026spring", "hospital1234", "hospital2025", "hospital2026", "medicine1234", "pharmacy1234", "clinician123", "doctordoctor", "nhspassword1", "crampcheck123", "crampcheck2026",
]);

/** Words that make no password, however often they are repeated and whatever digits and signs stand around them. */
export const COMMON_BASES: readonly string[] = [
  "password", "passwort", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "letmein", "welcome", "admin", "administrator", "iloveyou", "monkey", "dragon", "football", "baseball", "princess", "sunshine", "superman", "batman", "master", "shadow", "secret",
  "login", "hello", "test", "guest", "user", "root", "changeme", "default", "temp", "abc", "abcd", "summer", "winter", "spring", "autumn", "liverpool", "arsenal", "chelsea", "hospital", "clinic", "doctor", "nurse", "medicine", "pharmacy", "crampcheck", "cramp", "cramps",
];
