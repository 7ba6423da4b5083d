import fc from "fast-check";

/** One seed for everybody, so that a red run is red again; `PROPERTY_SEED=$RANDOM` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261122) });
