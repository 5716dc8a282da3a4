import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';

/** Deeper than any chain of authorities; a file with a ring in it must not hold the window. */
const DEEPEST = 20;

/** The ids above a node, nearest first: what must be open for the node to be seen in the tree. */
export function useAncestors(id: string | null): readonly string[] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['grid', 'ancestors', id],
    enabled: id !== null,
    queryFn: async () => {
      const above: string[] = [];
      let parentId = id === null ? null : (await client.fetchQuery(api.grid.getOrganisation({ id }))).parentId;
      while (parentId !== null && above.length < DEEPEST) {
        above.push(parentId);
        ({ parentId } = await client.fetchQuery(api.grid.getOrganisation({ id: parentId })));
      }
      return above;
    },
  });
  return data ?? NONE;
}

const NONE: readonly string[] = [];
