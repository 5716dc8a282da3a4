import { useEffect, useRef, useState } from 'react';
import { SaveQuestion } from '#renderer/components/confirm/SaveQuestion.tsx';
import { flushDrafts, setLeaving, unsavedForms, type UnsavedForm } from '#renderer/components/form/unsaved-forms.ts';

/** Saves one form after the other; a form that is refused stays, says why, and keeps the window open. */
function saveAll([first, ...others]: readonly UnsavedForm[], saved: () => void): void {
  if (first) first.save(() => saveAll(others, saved));
  else saved();
}

/** Asks before the window closes over something typed and not saved. Whatever the answer, a draft is put aside first. */
export function LeaveGuard() {
  const [isAsking, setAsking] = useState(false);
  const mayLeave = useRef(false);
  useEffect(() => {
    if (!isAsking) return undefined;
    setLeaving(true);
    return () => void setTimeout(() => setLeaving(false)); // the press that ends the question is still on its way to what lies under it
  }, [isAsking]);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (mayLeave.current || unsavedForms().length === 0) return;
      flushDrafts();
      event.preventDefault();
      setAsking(true);
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, []);
  const leave = (): void => {
    mayLeave.current = true;
    window.close();
  };
  return (
    <SaveQuestion
      opened={isAsking}
      onCancel={() => setAsking(false)}
      onDiscard={() => {
        for (const form of unsavedForms()) form.discard();
        leave();
      }}
      onSave={() => {
        setAsking(false);
        saveAll(unsavedForms(), leave);
      }}
    />
  );
}
