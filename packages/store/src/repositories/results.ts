import type { DeleteResult, InsertResult, UpdateResult } from 'kysely';

/** Whether a conditional statement changed a row. */
export function changed(result: InsertResult | UpdateResult | DeleteResult): boolean {
  if ('numDeletedRows' in result) return result.numDeletedRows > 0n;
  if ('numUpdatedRows' in result) return result.numUpdatedRows > 0n;
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
