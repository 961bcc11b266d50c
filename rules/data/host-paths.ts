/** What a directory or file of a node gives to a container that mounts it. */
export interface HostPathDanger {
  /** Says what is there: the node's kernel modules. */
  readonly holds: string;
  /** True where a read-only mount gives the node away too. */
  readonly evenReadOnly: boolean;
  /** True where what stands below it is as dangerous by itself. */
  readonly isDeep: boolean;
}

/** A folder all of which is dangerous to read, or to write. */
const any = (holds: string): HostPathDanger => ({ holds, evenReadOnly: true, isDeep: true });
const written = (holds: string): HostPathDanger => ({ holds, evenReadOnly: false, isDeep: true });

/** A folder that is dangerous as a whole, for something in it. */
const whole = (holds: string): HostPathDanger => ({ holds, evenReadOnly: true, isDeep: false });

const runtimeState = "the kubelet's and the container runtime's state";
const sockets = 'the sockets of the container runtime and of system services';
const programsAtStart = 'programs that the node starts as root';

/** By path; for a path below one of them the nearest entry above it decides. */
export const hostPathDangers: Readonly<Record<string, HostPathDanger>> = {
  '/': whole('the whole file system of the node'),
  '/bin': written('programs that the node runs as root'),
  '/boot': written("the node's kernel and its boot settings"),
  '/dev': whole("the node's devices, its disks among them"),
  '/dev/disk': any('the disks of the node'),
  '/dev/mapper': any('the disks of the node'),
  '/dev/mem': any('the memory of the node'),
  '/etc': whole("the node's settings, password hashes and scheduled jobs"),
  '/etc/cni': written('the network plugins that the kubelet runs as root'),
  '/etc/cron.d': written(programsAtStart),
  '/etc/cron.daily': written(programsAtStart),
  '/etc/cron.hourly': written(programsAtStart),
  '/etc/crontab': written(programsAtStart),
  '/etc/init.d': written(programsAtStart),
  '/etc/kubernetes': any("the cluster's keys, kubeconfigs and static pods"),
  '/etc/kubernetes/manifests': any('the static pods, which the kubelet starts without asking anybody'),
  '/etc/ld.so.preload': written('a library that is loaded into every program of the node'),
  '/etc/pam.d': written('what the node asks of those who log in'),
  '/etc/passwd': written("the node's users"),
  '/etc/pki': written('the certificate authorities that the node trusts'),
  '/etc/rancher': any("the cluster's keys and kubeconfigs"),
  '/etc/shadow': any("the node's password hashes"),
  '/etc/ssh': any("the node's SSH keys and settings"),
  '/etc/ssl/certs': written('the certificate authorities that the node trusts'),
  '/etc/sudoers': written('who may become root on the node'),
  '/etc/sudoers.d': written('who may become root on the node'),
  '/etc/systemd': written(programsAtStart),
  '/home': whole("the users' files and SSH keys"),
  '/lib': written('libraries and kernel modules of the node'),
  '/lib/modules': written("the node's kernel modules"),
  '/lib64': written('libraries of the node'),
  '/opt/cni': written('the network plugins that the kubelet runs as root'),
  '/proc': any(
    "the node's processes and kernel settings; through core_pattern the kernel runs any program as root",
  ),
  '/root': any("root's files and SSH keys"),
  '/run': whole(sockets),
  '/run/containerd': any(sockets),
  '/run/crio': any(sockets),
  '/run/dbus': any('the bus of the system services'),
  '/run/docker': any(sockets),
  '/run/systemd': any('the sockets of system services'),
  '/sbin': written('programs that the node runs as root'),
  '/sys': {
    holds: 'kernel settings; through cgroups and uevent_helper the kernel runs any program as root',
    evenReadOnly: false,
    isDeep: false,
  },
  '/sys/fs': {
    holds: 'the control groups; through a release_agent the kernel runs any program as root',
    evenReadOnly: false,
    isDeep: false,
  },
  '/sys/fs/cgroup': written(
    'the control groups; through a release_agent the kernel runs any program as root',
  ),
  '/sys/kernel': written('kernel settings; through uevent_helper the kernel runs any program as root'),
  '/usr': written('programs and libraries that the node runs as root'),
  '/usr/share': { holds: 'files of programs that the node runs', evenReadOnly: false, isDeep: false },
  '/var': whole(runtimeState),
  '/var/lib': whole(runtimeState),
  '/var/lib/containerd': any('the files of all containers of the node'),
  '/var/lib/containers': any('the files of all containers of the node'),
  '/var/lib/docker': any('the files of all containers of the node'),
  '/var/lib/etcd': any("the cluster's database with all Secrets"),
  '/var/lib/kubelet': whole("the kubelet's keys, and the Secrets and tokens of all pods of the node"),
  '/var/lib/kubelet/pki': any("the kubelet's keys"),
  '/var/lib/kubelet/pods': any('the Secrets and tokens of all pods of the node'),
  '/var/lib/rancher': any("the cluster's keys and its database with all Secrets"),
  '/var/log': {
    holds: 'the logs, where a link lets the kubelet give out any file of the node',
    evenReadOnly: false,
    isDeep: false,
  },
  '/var/log/pods': written('the logs, where a link lets the kubelet give out any file of the node'),
  '/var/run': whole(sockets),
  '/var/run/containerd': any(sockets),
  '/var/run/crio': any(sockets),
  '/var/run/dbus': any('the bus of the system services'),
  '/var/run/docker': any(sockets),
};

/** Sockets of container runtimes, by the end of their path: whoever talks to one is root on the node. */
export const runtimeSockets: Readonly<Record<string, string>> = {
  'docker.sock': 'Docker',
  'containerd.sock': 'containerd',
  'containerd.sock.ttrpc': 'containerd',
  'crio.sock': 'CRI-O',
  'cri-dockerd.sock': 'Docker',
  'dockershim.sock': 'Docker',
  'podman.sock': 'Podman',
  'buildkitd.sock': 'BuildKit',
  'frakti.sock': 'Frakti',
};
