import { join } from 'node:path';
import { generateKeyMaterial, KeyFileError, type KeyMaterial, openKeyFile } from '@sca-kit/node';
import { DamagedDataError } from '../start-error.ts';

/**
 * Opens the keys of the data folder, in `keys.json`; creates them on the first start. With `:memory:` they exist only in
 * this process.
 * @throws DamagedDataError when the file cannot be read or written, or is not a valid key file
 */
export async function openKeys(data: string, now: number): Promise<KeyMaterial> {
  if (data === ':memory:') return generateKeyMaterial(now);
  try {
    return await openKeyFile(join(data, 'keys.json'), now);
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    throw new DamagedDataError(`${error.message} SCA_DATA sets the folder, for example SCA_DATA=.sca-kit.`, {
      cause: error,
    });
  }
}
