import * as migration_20261123_211115_init from './20261123_211115_init';

export const migrations = [
  {
    up: migration_20261123_211115_init.up,
    down: migration_20261123_211115_init.down,
    name: '20261123_211115_init'
  },
];
