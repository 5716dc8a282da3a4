/** Widths tried in turn, in pixels: the widest whose file still goes through the gate in one call is taken. */
const WIDTHS = [3000, 2200, 1500, 1000] as const;
const LONGEST_BASE64 = 950_000;
/** What the page's style sheet gives an element of a drawing; a picture of its own has no style sheet. */
const STYLED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'opacity'] as const;

/** A copy that looks the same away from the page: what the page's style gives each element is written into it. */
function aloneCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement; // a clone is what it is of
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, element] of [svg, ...svg.querySelectorAll<SVGElement>('*')].entries()) {
    const style = getComputedStyle(element);
    for (const name of STYLED) copies[at]?.style.setProperty(name, style.getPropertyValue(name));
  }
  return copy;
}

/** Room above the drawing and what stands there; `scale` is pixels of the picture for one of the drawing. */
export type PictureHead = { readonly height: number; readonly draw: (context: CanvasRenderingContext2D, scale: number) => void };
type PictureLook = { readonly background?: string; readonly head?: PictureHead };

async function drawn(svg: SVGSVGElement, width: number, { background = '#ffffff', head }: PictureLook): Promise<string> {
  const { width: wide, height: high } = svg.viewBox.baseVal;
  const scale = width / wide;
  const above = Math.round((head?.height ?? 0) * scale);
  const copy = aloneCopy(svg);
  const height = Math.round(high * scale);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height + above;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    head?.draw(context, scale);
    context.drawImage(image, 0, above);
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A drawing as a PNG in base64, as wide as one call can carry. */
export async function pictureOf(svg: SVGSVGElement, look: PictureLook = {}): Promise<string> {
  let picture = '';
  for (const width of WIDTHS) {
    picture = await drawn(svg, width, look);
    if (picture.length <= LONGEST_BASE64) return picture;
  }
  return picture;
}
