import { it } from 'vitest';
import { openWorkstation } from '#tests/support/workstation.ts';
it('time', async () => {
  const d = await openWorkstation({ demo: true });
  const t = performance.now();
  await d.done('session.fillDemo', { seed: 7 });
  console.log('fill ms', performance.now() - t);
  const q = (s: string) => d.sqlite().prepare(s).all();
  console.log(q("SELECT state, count(*) n FROM matter GROUP BY state"), q('SELECT count(*) n FROM matter_move'), q("SELECT * FROM matter_month WHERE dim='all' ORDER BY month DESC LIMIT 3"), q('SELECT kind,count(*) FROM unit_mark GROUP BY 1'), q("SELECT card,count(*) FROM matter WHERE open=1 GROUP BY 1"), q('SELECT count(*) FROM matter_month'), q('SELECT count(*) FROM matter_step_month'));
  console.log(await d.done('notifications.listToday'));
  d.close();
}, 60000);
