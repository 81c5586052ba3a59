// The command line from its sources, for `npm run dev`; needs --import tsx --conditions=@penstock/source.
import { main } from '../src/index.ts'

process.exitCode = await main(process.argv.slice(2))
