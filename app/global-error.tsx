"use client";

/** When not even the document could be drawn: the same words as the page for failures, without anything that could fail again. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB">
      <head>
        <title>Something failed – CrampCheck</title>
      </head>
      <body>
        <main>
          <h1>Something failed on our side.</h1>
          <p>What was saved is kept. {error.digest === undefined ? null : `Reference ${error.digest}.`}</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
