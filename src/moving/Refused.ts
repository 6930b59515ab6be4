/** Nothing was done, for a reason that whoever gave the command can do something about. */
export class Refused extends Error {
  override name = 'Refused'
}
