/** A file made for one person: shown or saved by the browser, kept by no cache. */
export function fileResponse(content: BodyInit, options: { type: string; name: string; inline: boolean }): Response {
  return new Response(content, {
    headers: {
      "Content-Type": options.type,
      "Content-Disposition": `${options.inline ? "inline" : "attachment"}; filename="${options.name}"`,
      "Cache-Control": "no-store",
    },
  });
}
