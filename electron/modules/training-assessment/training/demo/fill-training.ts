import type { DemoFiller, DemoTown, FillSite } from '#electron/kernel/demo/demo-town.ts';
import { writeCityTraining } from './city-training.ts';
import { writeTraining } from './training.demo.ts';

/** Five years of classes of everybody on a town's staff; a transaction a community, because each holds some thousand records. The station's own has its plans, cohorts and running classes too. */
export function fillTraining(site: FillSite, { seed, communities }: DemoTown): void {
  const numbers = new Map<string, number>();
  site.own((work, community) => writeTraining(work, community, numbers));
  const others = communities.slice(1);
  for (const [at, { id: communityId, index }] of others.entries()) {
    site.step(at, others.length);
    site.command({ community: index }, (work) => writeCityTraining(work, seed, { communityId, name: work.organisations.find(communityId)?.name ?? '', index, memberIds: work.trainees.idsOf(communityId, work.today), numbers }));
  }
}

export const trainingFiller: DemoFiller = { what: 'training', fill: fillTraining };
