import { z } from 'zod';

export const mapErrors = {
  'map/shape-invalid': z.strictObject({ name: z.string(), fault: z.string() }),
  'map/shapes-overlap': z.strictObject({ name: z.string(), other: z.string(), squareMetres: z.int() }),
  'map/shape-outside': z.strictObject({ name: z.string(), squareMetres: z.int() }),
  'map/elsewhere': z.strictObject({ name: z.string(), kilometres: z.int() }),
  'map/too-many-corners': z.strictObject({ limit: z.int() }),
  'map/file-unknown': z.strictObject({}),
  'map/file-broken': z.strictObject({}),
  'map/file-too-large': z.strictObject({ limitMiB: z.int() }),
  'map/no-projection': z.strictObject({}),
  'map/projection-unknown': z.strictObject({}),
  'map/no-shapes': z.strictObject({}),
};
