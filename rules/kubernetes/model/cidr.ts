/** The 32 bits of an IPv4 address; undefined for anything else. */
function bitsOf(address: string): number | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** True where a block such as `169.254.0.0/16` holds an IPv4 address. */
export function cidrHolds(cidr: string, address: string): boolean {
  const [base = '', length = ''] = cidr.split('/');
  const [start, bits] = [bitsOf(base), bitsOf(address)];
  if (start === undefined || bits === undefined || !/^\d{1,2}$/.test(length)) return false;
  const size = 2 ** (32 - Number(length));
  return Math.floor(start / size) === Math.floor(bits / size);
}
