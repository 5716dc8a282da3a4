import { Alert, Button, Checkbox, Group, Modal, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Output } from '#shared/contract/define.ts';
import { knit } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { mapEncodings, type MapEncoding, type MapFile } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { matchFile, pointsIn, type FoundProblem, type FoundShape } from '#shared/modules/grid/territory/map/match-file.rules.ts';
import { areaOf } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import { coordinateSystems, OUTLINE, type CoordinateSystem } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { drawingOf } from './map-edit.ts';
import type { MapEditing } from './use-map-edit.ts';

type MapImportProps = { readonly file: MapFile; readonly stored: Output<typeof mapOperations.getMap>; readonly editing: MapEditing; readonly onClose: (isPlaced: boolean) => void };

const prevents = ({ code }: FoundProblem): boolean => code === 'fault' || code === 'elsewhere';
const isUsable = ({ problems }: FoundShape): boolean => !problems.some(prevents);

/** The file as it would lie on the map: which shape becomes which grid, and what is wrong with each. Placing it begins an edit; saving is the person's. */
export function MapImport({ file, stored, editing, onClose }: MapImportProps) {
  const { formatMessage } = useIntl();
  const [encoding, setEncoding] = useState<MapEncoding>(file.encoding);
  const [system, setSystem] = useState<CoordinateSystem | null>(file.isSystemKnown ? 'wgs84' : null);
  const [targets, setTargets] = useState<Readonly<Record<number, string | null>>>({});
  const savePoints = useMutation(api.grid.saveBuildingPoints());
  const present = useMemo(() => stored.shapes.map(({ shape }) => shape), [stored]);
  const found = useMemo(() => matchFile(file, { encoding, system: system ?? 'wgs84' }, stored.grids, present), [file, encoding, system, stored, present]);
  const targetOf = ({ index, target }: FoundShape): string | null => (index in targets ? (targets[index] ?? null) : target);
  const chosen = found.filter((shape) => isUsable(shape) && targetOf(shape) !== null);
  const doubles = new Set(chosen.map(targetOf).filter((id, at, all) => all.indexOf(id) !== at));
  const options = [...stored.grids.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` })), { value: OUTLINE, label: formatMessage({ id: 'map.outline' }) }];
  const words = (problem: FoundProblem): string => {
    if (problem.code === 'fault') return formatMessage({ id: `map.fault.${problem.fault}` });
    if (problem.code === 'elsewhere') return formatMessage({ id: 'map.found.elsewhere' }, { kilometres: problem.kilometres });
    return formatMessage({ id: `map.found.${problem.code}` });
  };
  const place = (): void => {
    if (system === null) return;
    if (!editing.edit) editing.begin(stored.shapes);
    const before = editing.edit?.now.drawing ?? drawingOf(stored.shapes);
    const put = chosen.flatMap((shape) => {
      const id = targetOf(shape);
      return id === null ? [] : [[id, shape.shape] as const];
    });
    const drawing = put.reduce((all, [id]) => knit(all, id), { ...before, ...Object.fromEntries(put) });
    editing.put(drawing, Object.fromEntries(put.map(([id]) => [id, { system, file: file.fileName }])));
    onClose(true);
  };
  const points = file.points.length;
  return (
    <Modal opened onClose={() => onClose(false)} title={formatMessage({ id: 'map.import-title' }, { name: file.fileName })} size="60rem" centered>
      <Stack gap="sm">
        <Text size="sm"><FormattedMessage id="map.import-found" values={{ shapes: found.length, points }} /></Text>
        <Group align="flex-end" gap="lg">
          <Select
            label={formatMessage({ id: 'map.system' })}
            description={formatMessage({ id: file.isSystemKnown ? 'map.system-known' : 'map.system-ask' })}
            required
            w={330}
            value={system}
            disabled={file.isSystemKnown}
            placeholder={formatMessage({ id: 'map.system-choose' })}
            onChange={(value) => setSystem(coordinateSystems.find((name) => name === value) ?? null)}
            data={coordinateSystems.map((value) => ({ value, label: formatMessage({ id: `map.system.${value}` }) }))}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          {file.readings.length > 1 && (
            <Stack gap={4}>
              <Text size="sm" fw={500}><FormattedMessage id="map.encoding" /></Text>
              <SegmentedControl size="xs" aria-label={formatMessage({ id: 'map.encoding' })} value={encoding} onChange={(value) => setEncoding(mapEncodings.find((name) => name === value) ?? 'utf-8')} data={[{ value: 'utf-8', label: 'UTF-8' }, { value: 'gb18030', label: 'GBK' }]} transitionDuration={0} />
            </Stack>
          )}
        </Group>
        {found.length > 0 && (
          <Table.ScrollContainer minWidth={560} maxHeight={320}>
            <Table stickyHeader verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th><FormattedMessage id="map.found-attributes" /></Table.Th>
                  <Table.Th><FormattedMessage id="map.area" /></Table.Th>
                  <Table.Th><FormattedMessage id="map.found-target" /></Table.Th>
                  <Table.Th><FormattedMessage id="map.found-problems" /></Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map((shape) => (
                  <Table.Tr key={shape.index}>
                    <Table.Td><Text size="xs" lineClamp={2} maw={240}>{Object.values(shape.attributes).filter(Boolean).join(' · ') || shape.index + 1}</Text></Table.Td>
                    <Table.Td><FormattedNumber value={Math.round(areaOf(shape.shape))} /></Table.Td>
                    <Table.Td>
                      <Select size="xs" w={230} aria-label={formatMessage({ id: 'map.found-target' })} disabled={!isUsable(shape)} value={isUsable(shape) ? targetOf(shape) : null} onChange={(value) => setTargets({ ...targets, [shape.index]: value })} data={options} searchable clearable placeholder={formatMessage({ id: 'map.found-left-out' })} comboboxProps={{ transitionProps: { duration: 0 } }} error={doubles.has(targetOf(shape)) && formatMessage({ id: 'map.found.twice' })} />
                    </Table.Td>
                    <Table.Td><Text size="xs">{shape.problems.map(words).join(' ') || formatMessage({ id: 'map.found-sound' })}</Text></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {found.some(({ problems }) => problems.some(({ code }) => code === 'encoding')) && <Alert color="yellow" variant="light"><FormattedMessage id="map.encoding-wrong" /></Alert>}
        {points > 0 && <PointsNote count={points} isSaving={savePoints.isPending} isDisabled={system === null || points > 10_000} onSave={() => savePoints.mutate({ points: pointsIn(file, { encoding, system: system ?? 'wgs84' }).map(({ label, at: [lon, lat] }) => ({ label, at: [lon, lat] })), sourceFile: file.fileName }, { onSuccess: () => found.length === 0 && onClose(true) })} saved={savePoints.data ?? null} />}
        <ErrorNote error={savePoints.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onClose(false)}><FormattedMessage id="common.cancel" /></Button>
          {found.length > 0 && <Button disabled={system === null || chosen.length === 0 || doubles.size > 0} onClick={place}><FormattedMessage id="map.place" values={{ count: chosen.length }} /></Button>}
        </Group>
      </Stack>
    </Modal>
  );
}

type PointsNoteProps = { readonly count: number; readonly isSaving: boolean; readonly isDisabled: boolean; readonly saved: { readonly points: number; readonly outside: number; readonly buildings: number } | null; readonly onSave: () => void };

function PointsNote({ count, isSaving, isDisabled, saved, onSave }: PointsNoteProps) {
  const { formatMessage } = useIntl();
  const [isSure, setSure] = useState(false);
  if (saved) return <Text size="sm" role="status"><FormattedMessage id="map.points-saved" values={saved} /></Text>;
  return (
    <Group gap="sm">
      <Checkbox size="xs" label={formatMessage({ id: 'map.points-replace' }, { count })} checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} />
      <Button size="xs" variant="default" disabled={!isSure || isDisabled} loading={isSaving} onClick={onSave}><FormattedMessage id="map.points-save" /></Button>
    </Group>
  );
}
