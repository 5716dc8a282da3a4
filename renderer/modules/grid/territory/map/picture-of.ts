/** Widths tried in turn, in pixels: the widest whose file still goes through the gate in one call is taken. */
const WIDTHS = [3000, 2200, 1500, 1000] as const;
const LONGEST_BASE64 = 950_000;

async function drawn(svg: SVGSVGElement, width: number): Promise<string> {
  const { width: mmWide, height: mmHigh } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement; // a clone is what it is of
  const height = Math.round((width * mmHigh) / mmWide);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A drawing as a PNG in base64, as wide as one call can carry. */
export async function pictureOf(svg: SVGSVGElement): Promise<string> {
  let picture = '';
  for (const width of WIDTHS) {
    picture = await drawn(svg, width);
    if (picture.length <= LONGEST_BASE64) return picture;
  }
  return picture;
}
