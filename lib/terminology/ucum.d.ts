declare module "@lhncbc/ucum-lhc" {
  type Conversion = { status: "succeeded" | "failed" | "error"; toVal: number | null; msg: string[] };
  type Options = { suggest?: boolean; molecularWeight?: number | null; charge?: number | null };
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    convertUnitTo(from: string, value: number, to: string, options?: Options): Conversion;
    validateUnitString(
      unit: string,
      suggest?: boolean,
    ): { status: "valid" | "invalid" | "error"; ucumCode: string | null };
  }
}
