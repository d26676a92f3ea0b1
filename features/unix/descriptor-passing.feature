@fdpass
Feature: Passing file descriptors
  SCM_RIGHTS gives the receiver the same open file descriptions, in order, and over Unix sockets
  only.

  Background:
    Given the hosts client and server share a wire
    And client has the Unix socket pair left and right

  @FDPASS-01 @must @needs:scm-rights
  Rule: A received descriptor refers to the same open file description
    Source: unix(7) SCM_RIGHTS; POSIX sendmsg()
    A received descriptor refers to the same open file description: offset, O_APPEND/O_NONBLOCK
    status flags and locks are shared, the number may differ.

    Scenario: The copy moves the offset
      Given client has a file original that holds "0123456789"
      When left passes original and right receives it as copy
      And copy calls read(4)
      Then original answers
        | lseek(0, SEEK_CUR) | 4      |
        | read(4)            | "4567" |

    Scenario: The original moves the offset
      Given client has a file original that holds "0123456789"
      When left passes original and right receives it as copy
      And original calls read(3)
      Then copy answers
        | lseek(0, SEEK_CUR) | 3      |
        | read(4)            | "3456" |

    Scenario Outline: <flag> set on the <one> is set on the <other>
      Given client has a file original that holds "0123456789"
      When left passes original and right receives it as copy
      And <one> calls fcntl(F_SETFL, <flag>)
      Then <other> answers
        | fcntl(F_GETFL) | <flag> |

      Examples: the two that a program can change, both ways
        | flag       | one      | other    |
        | O_APPEND   | copy     | original |
        | O_APPEND   | original | copy     |
        | O_NONBLOCK | copy     | original |
        | O_NONBLOCK | original | copy     |

    Scenario: A lock is shared
      Given client has a file original that holds "0123456789"
      And client opens the file of original anew as stranger
      And original has called flock(LOCK_EX|LOCK_NB)
      When left passes original and right receives it as copy
      Then copy answers
        | flock(LOCK_EX\|LOCK_NB) | 0 |
      And stranger answers
        | flock(LOCK_EX\|LOCK_NB) | EAGAIN |

    Scenario: A lock outlives the original
      Given client has a file original that holds "0123456789"
      And client opens the file of original anew as stranger
      And original has called flock(LOCK_EX|LOCK_NB)
      When left passes original and right receives it as copy
      And original calls close()
      Then stranger answers
        | flock(LOCK_EX\|LOCK_NB) | EAGAIN |

    Scenario: The copy outlives the original
      Given client has a file original that holds "0123456789"
      When left passes original and right receives it as copy
      And original calls close()
      Then copy answers
        | read(4) | "0123" |

  @FDPASS-02 @must @needs:scm-rights
  Rule: Every kind of descriptor can be passed
    Source: unix(7) SCM_RIGHTS; chapter, unix_socket_server
    Regular file, pipe end, connected TCP socket, listener and the carrying socket itself can be
    passed and used by the receiver (the chapter passes standard output).

    Scenario: A regular file
      Given client has a file original that holds "0123456789"
      When left passes original and right receives it as copy
      Then copy answers
        | read(10) | "0123456789" |

    Scenario: The write end of a pipe
      Given client has a pipe from source to sink
      When left passes source and right receives it as copy
      And copy calls write("hello")
      Then sink answers
        | read(5) | "hello" |

    Scenario: The read end of a pipe
      Given client has a pipe from source to sink
      When left passes sink and right receives it as copy
      And source calls write("hello")
      Then copy answers
        | read(5) | "hello" |

    Scenario: A connected TCP socket
      Given client and server are connected on TCP port 8080
      When left passes client and right receives it as copy
      And copy sends "hello"
      Then server receives "hello"

    Scenario: A listener
      Given client listens on TCP port 8080
      And server is connected to client on TCP port 8080
      When left passes client and right receives it as copy
      And copy accepts a connection as session
      Then getpeername of session reports the source of the first SYN from server

    Scenario: The carrying socket itself
      When left passes left and right receives it as copy
      And copy sends "hello"
      Then right receives "hello"
