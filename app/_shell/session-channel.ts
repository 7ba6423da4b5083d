/** What the tabs of one browser tell each other: that the person is there, and that the session is over. Nothing about a patient. */
type Message = "used" | "signed-out";

const NAME = "crampcheck-session";

/** Calls `hear` for what another tab says; returns how to speak and how to stop. */
export function sessionChannel(hear: (message: Message) => void): {
  say: (message: Message) => void;
  close: () => void;
} {
  if (typeof BroadcastChannel === "undefined") return { say: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    if (data === "used" || data === "signed-out") hear(data);
  };
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** Tells the other tabs that the person signed out here. */
export function tellSignedOut(): void {
  const channel = sessionChannel(() => undefined);
  channel.say("signed-out");
  channel.close();
}
