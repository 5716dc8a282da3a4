import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens a place of the desk given as text, with its search part: a find, a figure, a waiting item (`/grid/persons?filter=…`). */
export function useGoTo(): (place: string) => void {
  const { history } = useRouter();
  return useCallback((place) => history.push(place), [history]);
}
