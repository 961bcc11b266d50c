/** What a capability lets a process in a container do to its node or its neighbours. */
export interface CapabilityDanger {
  /** Ends the sentence "With it a process can …". */
  readonly lets: string;
  /** True where that is a way out of the container or over the node by itself. */
  readonly escapes: boolean;
}

const breaksOut = (lets: string): CapabilityDanger => ({ lets, escapes: true });
const weaken = (lets: string): CapabilityDanger => ({ lets, escapes: false });

/** By name without `CAP_`. Source: capabilities(7), Linux manual pages 6.9, read in November 2026. */
export const capabilityDangers: Readonly<Record<string, CapabilityDanger>> = {
  ALL: breaksOut('do nearly all that a privileged container can'),
  AUDIT_CONTROL: weaken("change the node's audit rules and hide what it does"),
  AUDIT_READ: weaken("read the node's audit log"),
  BLOCK_SUSPEND: weaken('keep the node from going to sleep'),
  BPF: breaksOut('load programs into the kernel that read the memory of every process'),
  CHECKPOINT_RESTORE: weaken('choose process ids and read the files of other processes'),
  DAC_READ_SEARCH: breaksOut('read any file of the node through its handle, out of the container (shocker)'),
  IPC_LOCK: weaken('lock memory without a limit'),
  IPC_OWNER: weaken("use other users' shared memory"),
  LEASE: weaken('hold leases on any file'),
  LINUX_IMMUTABLE: weaken('make files of a shared disk unchangeable'),
  MAC_ADMIN: breaksOut("change the node's mandatory access control"),
  MAC_OVERRIDE: breaksOut("ignore the node's mandatory access control"),
  NET_ADMIN: weaken(
    'change interfaces, routes and firewall rules of its network namespace, and redirect traffic',
  ),
  NET_BROADCAST: weaken('send broadcasts and listen to multicasts'),
  NET_RAW: weaken('forge packets and answer ARP and DNS for other pods'),
  PERFMON: breaksOut('watch other processes and the kernel through its performance counters'),
  SYSLOG: weaken('read kernel messages and addresses that help to exploit the kernel'),
  SYS_ADMIN: breaksOut('mount file systems and change namespaces, with which it gets out of the container'),
  SYS_BOOT: breaksOut('restart the node or load another kernel'),
  SYS_MODULE: breaksOut('load a kernel module, that is run code as the kernel'),
  SYS_NICE: weaken('take processor time from other pods'),
  SYS_PACCT: weaken("switch the node's process accounting"),
  SYS_PTRACE: breaksOut('read and change the memory of other processes, with hostPID those of the node'),
  SYS_RAWIO: breaksOut("read and write the node's memory and devices directly"),
  SYS_RESOURCE: weaken('go beyond its quotas and limits'),
  SYS_TIME: weaken("set the node's clock, on which certificates and logs depend"),
  SYS_TTY_CONFIG: weaken('take over terminals of the node'),
  WAKE_ALARM: weaken('wake the node up'),
};
