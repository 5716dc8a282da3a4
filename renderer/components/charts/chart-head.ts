import type { LegendEntry } from './ChartLegend.tsx';
import type { PictureHead } from './picture-of.ts';

const [TITLE_PX, LEGEND_PX, SWATCH_PX, MARGIN_PX] = [15, 13, 12, 12] as const;

type Colours = { readonly ink: string; readonly accent: string; readonly paper: string };

function swatch(context: CanvasRenderingContext2D, kind: LegendEntry['kind'], x: number, y: number, size: number, { ink, accent, paper }: Colours): void {
  context.fillStyle = kind === 'plain' ? accent : paper;
  context.fillRect(x, y, size * 1.4, size);
  context.save();
  context.beginPath();
  context.rect(x, y, size * 1.4, size);
  context.clip();
  context.strokeStyle = accent;
  context.lineWidth = size / 6;
  context.fillStyle = ink;
  for (let at = -size; at < size * 1.4; at += size / 3) {
    context.beginPath();
    if (kind === 'stripes') {
      context.moveTo(x + at, y + size);
      context.lineTo(x + at + size, y);
      context.stroke();
    } else if (kind === 'dots') {
      for (let row = size / 6; row < size; row += size / 3) context.rect(x + at, y + row, size / 8, size / 8);
      context.fill();
    }
  }
  context.restore();
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.strokeRect(x, y, size * 1.4, size);
}

/** The title of a chart and what its fills mean, for a picture that leaves the desk. */
export function chartHead(title: string, legend: readonly LegendEntry[], fontFamily: string, colours: Colours): PictureHead {
  const legendTop = MARGIN_PX + TITLE_PX + 10;
  return {
    height: legendTop + (legend.length === 0 ? 0 : LEGEND_PX + 10),
    draw: (context, scale) => {
      context.textBaseline = 'top';
      context.fillStyle = colours.ink;
      context.font = `600 ${TITLE_PX * scale}px ${fontFamily}`;
      context.fillText(title, MARGIN_PX * scale, MARGIN_PX * scale);
      context.font = `${LEGEND_PX * scale}px ${fontFamily}`;
      let x = MARGIN_PX * scale;
      for (const { label, kind } of legend) {
        swatch(context, kind, x, legendTop * scale, SWATCH_PX * scale, colours);
        x += SWATCH_PX * 1.4 * scale + 6 * scale;
        context.fillStyle = colours.ink;
        context.fillText(label, x, legendTop * scale);
        x += context.measureText(label).width + 16 * scale;
      }
    },
  };
}
