import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { RulesForm } from './RulesForm.tsx';
import { RulesText } from './RulesText.tsx';

/** The rules of the station: typed by who may, read by everybody else. */
export function StationRules() {
  const mayEdit = useMay()('settings.edit');
  const settings = useQuery(api.settings.getSettings({}));
  const [saved, setSaved] = useState(0);
  return (
    <QueryState query={settings}>
      {(rules) => (mayEdit ? <RulesForm key={saved} rules={rules} onSaved={() => setSaved((count) => count + 1)} /> : <RulesText rules={rules} />)}
    </QueryState>
  );
}
