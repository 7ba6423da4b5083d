import type { ContentCanvas } from "pdfmake/interfaces";
import type { Priority } from "@/lib/domain/vocabulary";

/** The priority shapes of the page, drawn, because no text font has them; greyscale, so that a photocopy keeps them apart (UI.md §5). */
export function priorityShape(priority: Priority): ContentCanvas {
  const size = 9;
  const polygon = (points: [number, number][], fill: string) => ({
    type: "polyline" as const,
    closePath: true,
    lineWidth: 0.75,
    lineColor: "#000000",
    color: fill,
    points: points.map(([x, y]) => ({ x: x * size, y: y * size })),
  });
  switch (priority) {
    case "act-now":
      return {
        canvas: [
          polygon(
            [
              [0.3, 0],
              [0.7, 0],
              [1, 0.3],
              [1, 0.7],
              [0.7, 1],
              [0.3, 1],
              [0, 0.7],
              [0, 0.3],
            ],
            "#000000",
          ),
        ],
      };
    case "review":
      return {
        canvas: [
          polygon(
            [
              [0.5, 0.05],
              [1, 0.95],
              [0, 0.95],
            ],
            "#4a4a4a",
          ),
        ],
      };
    case "consider":
      return {
        canvas: [
          polygon(
            [
              [0.5, 0],
              [1, 0.5],
              [0.5, 1],
              [0, 0.5],
            ],
            "#8a8a8a",
          ),
        ],
      };
    case "info":
      return {
        canvas: [
          {
            type: "ellipse",
            x: size / 2,
            y: size / 2,
            r1: size / 2 - 0.5,
            r2: size / 2 - 0.5,
            lineWidth: 1,
            lineColor: "#000000",
          },
        ],
      };
  }
}

/** An empty or ticked box before a test. */
export function tickBox(ticked: boolean): ContentCanvas {
  const box = { type: "rect" as const, x: 0, y: 1, w: 8, h: 8, lineWidth: 0.75, lineColor: "#000000" };
  const tick = {
    type: "polyline" as const,
    lineWidth: 1.25,
    lineColor: "#000000",
    points: [
      { x: 1.5, y: 5 },
      { x: 3.5, y: 7.5 },
      { x: 7, y: 2.5 },
    ],
  };
  return { canvas: ticked ? [box, tick] : [box] };
}
