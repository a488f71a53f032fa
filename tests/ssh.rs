//! The block for thin clients, in a server of its own on loopback. Where no OpenSSH server is installed, this says so
//! and tries nothing.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use support::pty::{PROGRAM, Session};

const PATIENCE: Duration = Duration::from_secs(20);

/// A server that lets this user in by a key of its own, under the block of `assets/kios`.
struct Server {
    dir: tempfile::TempDir,
    port: u16,
    user: String,
    sshd: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

fn find(tool: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from))
        .map(|dir| dir.join(tool))
        .find(|file| file.is_file())
}

fn key(file: &Path) {
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(file)
        .status()
        .unwrap();
    assert!(made.success());
}

impl Server {
    /// Nothing where there is no server to start.
    fn start() -> Option<Self> {
        let sshd = find("sshd").filter(|_| find("ssh").is_some() && find("ssh-keygen").is_some());
        let Some(sshd) = sshd else {
            eprintln!("DILEWATI: OpenSSH (sshd, ssh, ssh-keygen) tidak terpasang di sini");
            return None;
        };
        // Debian's service makes this folder when it starts; without the service it may be missing.
        let _ = fs::create_dir("/run/sshd");
        let dir = tempfile::tempdir().unwrap();
        let user = Command::new("id").arg("-un").output().unwrap().stdout;
        let user = String::from_utf8(user).unwrap().trim().to_owned();
        let program = dir.path().join("jelajah");
        fs::copy(PROGRAM, &program).unwrap();
        key(&dir.path().join("server"));
        key(&dir.path().join("siswa"));
        let block = fs::read_to_string(support::repository("assets/kios/sshd-siswa.conf"))
            .unwrap()
            .replace("Match User siswa", &format!("Match User {user}"))
            .replace("/usr/local/bin/jelajah", &program.to_string_lossy());
        assert!(block.contains(&format!("ForceCommand {}", program.display())));
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let at = dir.path().display();
        let config = dir.path().join("sshd_config");
        fs::write(
            &config,
            format!(
                "ListenAddress 127.0.0.1\nPort {port}\nPidFile none\nHostKey {at}/server\n\
                 AuthorizedKeysFile {at}/siswa.pub\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n\
                 KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n{block}"
            ),
        )
        .unwrap();
        let sshd = Command::new(sshd)
            .args(["-D", "-e", "-f"])
            .arg(&config)
            .stdin(Stdio::null())
            .stderr(fs::File::create(dir.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut server = Self {
            dir,
            port,
            user,
            sshd,
        };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.sshd.try_wait().unwrap();
            assert!(
                ended.is_none() && Instant::now() < deadline,
                "{}",
                server.log()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(server)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("log")).unwrap_or_default()
    }

    /// The client's command line, with more options and, behind the name, what it asks the server to run.
    fn line(&self, options: &[&str], asked: &[&str]) -> Vec<String> {
        let fixed = [
            "ssh",
            "-F",
            "/dev/null",
            "-e",
            "none",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "LogLevel=ERROR",
        ];
        let mut line: Vec<String> = fixed
            .iter()
            .chain(options)
            .map(ToString::to_string)
            .collect();
        let identity = self.dir.path().join("siswa");
        line.extend(["-i".into(), identity.to_string_lossy().into_owned()]);
        line.extend([
            "-p".into(),
            self.port.to_string(),
            format!("{}@127.0.0.1", self.user),
        ]);
        line.extend(asked.iter().map(ToString::to_string));
        line
    }

    /// A client in a terminal.
    fn client(&self, asked: &[&str]) -> Session {
        let line = self.line(&["-tt"], asked);
        let line: Vec<&str> = line.iter().map(String::as_str).collect();
        let path = std::env::var("PATH").unwrap_or_default();
        let mut session = Session::start_line(&line, (100, 30), &[("PATH", &path)]);
        session.expect("Enter buka");
        session
    }

    /// How many kiosks run on this server.
    fn kiosks(&self) -> usize {
        let program = self.dir.path().join("jelajah");
        let program = program.as_os_str().as_encoded_bytes();
        fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| fs::read(entry.ok()?.path().join("cmdline")).ok())
            .filter(|line| line.split(|b| *b == 0).next() == Some(program))
            .count()
    }
}

#[test]
fn the_ssh_block_leaves_nothing_but_the_kiosk() {
    let Some(server) = Server::start() else {
        return;
    };
    // Two students, two processes; what a client asks for instead does not matter.
    let mut one = server.client(&[]);
    let mut other = server.client(&["/bin/sh", "-i"]);
    assert_eq!(server.kiosks(), 2, "{}", server.log());
    for key in ["\x03", "\x1a", "\x1c", "\x04", "\x11"] {
        other.send(key);
    }
    other.send("\x15hakim");
    other.expect("Cari: hakim");
    one.send("bidan");
    one.expect("Cari: bidan");

    // No terminal: a sentence and an exit code, no shell.
    let line = server.line(&["-T"], &["id"]);
    let told = Command::new(&line[0])
        .args(&line[1..])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    assert!(told.stdout.is_empty());
    assert!(String::from_utf8_lossy(&told.stderr).contains("jelajah cari"));

    // No way through the server to somewhere else.
    let beyond = format!("127.0.0.1:{}", server.port);
    let line = server.line(&["-W", &beyond], &[]);
    let told = Command::new(&line[0])
        .args(&line[1..])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!told.status.success() && told.stdout.is_empty(), "{told:?}");

    // A client that goes away takes its kiosk along.
    drop(one);
    let deadline = Instant::now() + PATIENCE;
    while server.kiosks() > 1 {
        assert!(Instant::now() < deadline, "a kiosk outlives its client");
        std::thread::sleep(Duration::from_millis(20));
    }
    other.send("\x15perawat");
    other.expect("Cari: perawat");
}
