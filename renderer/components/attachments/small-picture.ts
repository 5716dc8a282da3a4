import { AppError } from '#shared/errors/app-error.ts';
import { LONGEST_PICTURE, LONGEST_SIDE } from '#shared/kernel/attachments/attachment.schema.ts';

/** Tried in turn until the picture fits into one call: side in pixels, quality of JPEG. */
const TRIES: readonly (readonly [number, number])[] = [[LONGEST_SIDE, 0.82], [LONGEST_SIDE, 0.65], [1400, 0.65], [1000, 0.6]];

const unknown = (): AppError => new AppError({ code: 'file/picture-unknown', params: {} });

function encoded(bitmap: ImageBitmap, side: number, quality: number): string {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw unknown();
  context.fillStyle = '#ffffff'; // JPEG has no transparency
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality).slice('data:image/jpeg;base64,'.length);
}

/**
 * A picture as it is kept: turned upright, brought down to `LONGEST_SIDE`, as JPEG in base64. Drawing it anew also leaves behind what a
 * camera writes into its files, such as where it stood. It happens in the window, which has no rights to lose to a hostile file.
 * Throws `file/picture-unknown` for what is no picture.
 */
export async function smallPicture(file: Blob, { tries = TRIES, longest = LONGEST_PICTURE }: { readonly tries?: typeof TRIES; readonly longest?: number } = {}): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw unknown();
  });
  try {
    const pictures = tries.map(([side, quality]) => () => encoded(bitmap, side, quality));
    for (const picture of pictures) {
      const base64 = picture();
      if (base64.length <= longest) return base64;
    }
    throw unknown();
  } finally {
    bitmap.close();
  }
}
