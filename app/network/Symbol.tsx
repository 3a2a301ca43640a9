/** A letter of the lecture in running text. */
export const It = ({ children }: { children: string }) => <i className="symbol">{children}</i>
