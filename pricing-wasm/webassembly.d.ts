/** The words of WebAssembly that this project uses: the types of Node do not know them, those of browsers do. */
declare namespace WebAssembly {
  interface ModuleDescription {
    readonly name: string;
    readonly kind: string;
  }
  type Module = object;
  const Module: (new (bytes: Uint8Array) => Module) & {
    readonly exports: (module: Module) => ReadonlyArray<ModuleDescription>;
    readonly imports: (module: Module) => ReadonlyArray<ModuleDescription>;
  };
  const Instance: new (module: Module) => { readonly exports: unknown };
  const compile: (bytes: ArrayBuffer | Uint8Array) => Promise<Module>;
}
