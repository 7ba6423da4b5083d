import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LIMITS } from "@/lib/domain/limits";
import { parsedBody } from "@/app/_http/json-handler";

/** `duplex` is required for a body that streams, and not known to the types of the browser. */
const streamed = (body: ReadableStream<Uint8Array>): RequestInit =>
  Object.assign({ method: "POST", body }, { duplex: "half" });

/** A body without a length that counts how much of it was taken. */
function endless(piece: Uint8Array) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += piece.byteLength;
      controller.enqueue(piece);
    },
  });
  return { request: new Request("http://localhost/", streamed(body)), taken: () => taken };
}

describe("a body is counted while it is read", () => {
  it("refuses what is too long after the limit, not after the end", async () => {
    const { request, taken } = endless(new Uint8Array(64_000).fill(0x20));
    await expect(parsedBody(request, z.unknown())).rejects.toMatchObject({ code: "too-large", status: 413 });
    expect(taken()).toBeLessThan(LIMITS.bodyBytes + 500_000);
  });

  it("refuses by the header alone", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      body: "{}",
      headers: { "content-length": String(LIMITS.bodyBytes + 1) },
    });
    await expect(parsedBody(request, z.unknown())).rejects.toMatchObject({ code: "too-large" });
  });

  it("takes a character that two chunks share", async () => {
    const bytes = new TextEncoder().encode('{"a":"µ"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const request = new Request("http://localhost/", streamed(body));
    expect(await parsedBody(request, z.object({ a: z.string() }))).toEqual({ a: "µ" });
  });

  it("takes a request without a body as an empty one", async () => {
    expect(await parsedBody(new Request("http://localhost/", { method: "POST" }), z.object({}))).toEqual({});
  });
});
