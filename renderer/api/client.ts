import { MutationCache, QueryClient, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { Bridge } from '#shared/contract/bridge.ts';
import { contract, type AppContract } from '#shared/contract/catalogue.ts';
import type { Command, Input, ModuleContract, Operation, Output, Query, Report, Task } from '#shared/contract/define.ts';
import { AppError } from '#shared/errors/app-error.ts';

type Reading = Query | Report;
type Acting = Command | Task;

async function call<Op extends Operation>(bridge: Bridge, name: string, input: Input<Op>, callId?: string): Promise<Output<Op>> {
  const result = await bridge.call(name, input, callId);
  if (!result.ok) throw new AppError(result.error);
  return result.data as Output<Op>; // parsed by the dispatcher with this operation's schema
}

const readingOf = <Op extends Reading | Task>(bridge: Bridge, module: string, name: string) => (input: Input<Op>) =>
  queryOptions<Output<Op>, AppError>({
    queryKey: [module, name, input],
    queryFn: () => call<Op>(bridge, `${module}.${name}`, input),
  });

const actingOf = <Op extends Acting>(bridge: Bridge, module: string, name: string, op: Op) => (callId?: string) =>
  mutationOptions<Output<Op>, AppError, Input<Op>>({
    mutationKey: [module, name],
    mutationFn: (input) => call<Op>(bridge, `${module}.${name}`, input, callId),
    meta: { invalidates: op.invalidates },
  });

/** A reading becomes query options, an acting becomes mutation options; a task can be used as either (`.read(input)`). */
type ClientOf<M extends ModuleContract> = {
  readonly [K in keyof M]: M[K] extends Task
    ? ReturnType<typeof actingOf<M[K]>> & { readonly read: ReturnType<typeof readingOf<M[K]>> }
    : M[K] extends Command
      ? ReturnType<typeof actingOf<M[K]>>
      : M[K] extends Reading
        ? ReturnType<typeof readingOf<M[K]>>
        : never;
};
export type Client = { readonly [M in keyof AppContract]: ClientOf<AppContract[M]> };

function entryOf(bridge: Bridge, module: string, name: string, op: Operation): unknown {
  if (op.kind === 'query' || op.kind === 'report') return readingOf(bridge, module, name);
  return Object.assign(actingOf(bridge, module, name, op), op.kind === 'task' ? { read: readingOf<Task>(bridge, module, name) } : {});
}

/** The renderer's side of the contract, made by walking it: a new operation needs no line here. */
export function createClient(bridge: Bridge): Client {
  const moduleOf = (module: string, ops: ModuleContract) => Object.fromEntries(Object.entries(ops).map(([name, op]) => [name, entryOf(bridge, module, name, op)]));
  return Object.fromEntries(Object.entries(contract).map(([module, ops]) => [module, moduleOf(module, ops)])) as Client; // built from the same contract as its type
}

/** After a command succeeds, what its contract names is read again. Failures of commands reach one place. */
export function createQueryClient(onFailure: (error: AppError) => void): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
    mutationCache: new MutationCache({
      onSuccess: (_data, _input, _context, mutation) =>
        Promise.all(((mutation.meta?.['invalidates'] ?? []) as readonly string[]).map((module) => client.invalidateQueries({ queryKey: [module] }))), // set by `actingOf`
      onError: (error) => {
        if (error instanceof AppError) onFailure(error);
      },
    }),
  });
  return client;
}
