/** The address in `Name <address>`, in lower case. */
export const bareAddress = (address: string): string =>
  (/<([^>]+)>\s*$/u.exec(address)?.[1] ?? address).trim().toLowerCase();

/** The domain of a bare address. */
export const domainOf = (address: string): string => address.split("@").at(-1) ?? "";
