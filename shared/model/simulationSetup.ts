import { z } from 'zod';

/** A row of a table of attainments, and how many of the draws it stands for. */
const attainmentRowSchema = z.object({
  attainmentRatio: z.number().min(0),
  /** Of 1; rows that add up to something else are taken in proportion. */
  share: z.number().min(0),
});
export type AttainmentRow = z.infer<typeof attainmentRowSchema>;

/** What the simulated year of a plan rests on (compensation.md, "Cost": market shock × individual factor). */
export const simulationSetupSchema = z.object({
  trials: z.int().min(1).default(2000),
  seed: z.int().min(0).default(4127),
  /** Standard deviation of the market's shock, shared by all. */
  marketSd: z.number().min(0).default(0.08),
  /** How reps differ: a spread around what is expected, or attainments drawn from past results or a table. */
  luck: z.enum(['lognormal', 'normal', 'history', 'table']).default('lognormal'),
  /** Standard deviation of each rep's own luck, where it is a spread. */
  individualSd: z.number().min(0).default(0.25),
  table: z
    .array(attainmentRowSchema)
    .min(1)
    .default([
      { attainmentRatio: 0.5, share: 0.15 },
      { attainmentRatio: 0.8, share: 0.25 },
      { attainmentRatio: 1, share: 0.35 },
      { attainmentRatio: 1.25, share: 0.2 },
      { attainmentRatio: 1.6, share: 0.05 },
    ]),
});
export type SimulationSetup = z.infer<typeof simulationSetupSchema>;

/** Most runs that a screen offers: more change no figure that anyone reads. */
export const MOST_RUNS = 20_000;

/** Where a plan says nothing else. */
export const USUAL_SETUP: SimulationSetup = simulationSetupSchema.parse({});
