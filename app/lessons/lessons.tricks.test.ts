import { proveAll } from './proveAll.fixture.ts'

proveAll(({ part }) => part === 'Training tricks')
