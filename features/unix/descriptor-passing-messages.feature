@fdpass
Feature: Messages that carry descriptors
  How many descriptors a message holds, how many a receiver gets, and over which sockets.

  Background:
    Given the hosts client and server share a wire
    And client has the Unix socket pair left and right

  @FDPASS-04 @linux @needs:scm-rights
  Rule: Several descriptors arrive in order, up to 253
    Source: unix(7) SCM_MAX_FD
    One message carries up to 253 descriptors in array order; 254 fail with EINVAL.

    Scenario Outline: <count> descriptors
      When left passes <count> different files in one message
      Then right receives the <count> files in order

      Examples: few, many, and the most
        | count |
        |     1 |
        |     2 |
        |     3 |
        |   100 |
        |   253 |

    Scenario: One too many
      When left passes 254 different files in one message
      Then sendmsg fails with EINVAL
      And right has nothing to receive

  @FDPASS-08 @linux @needs:scm-rights
  Rule: A control buffer for one descriptor holds two
    Source: cmsg(3); measured on Linux 6.18
    A control buffer of CMSG_SPACE(sizeof(int)) = 24 bytes on LP64 accepts two descriptors without
    MSG_CTRUNC, so a receiver sized for one must walk cmsg_len, close extras, or pass
    CMSG_LEN(sizeof(int)) = 20, with which the second is dropped and flagged.

    Scenario Outline: A control buffer of <bytes> bytes
      Given client has a file first that holds "1"
      And client has a file second that holds "2"
      When left passes first and second in one message
      And right receives with a control buffer of <bytes> bytes
      Then recvmsg delivers <count> descriptors, <with> MSG_CTRUNC
      And what recvmsg delivered reads <text>

      Examples: CMSG_SPACE(sizeof(int)) and CMSG_LEN(sizeof(int)) on LP64
        | bytes | count | with    | text |
        |    24 |     2 | without | "12" |
        |    20 |     1 | with    | "1"  |

  @FDPASS-14 @linux @needs:scm-rights
  Rule: Only Unix sockets carry descriptors
    Source: measured on Linux 6.18; unix(7)
    sendmsg() with SCM_RIGHTS on TCP or UDP sends the data, returns success and passes no
    descriptor.

    Scenario: Over TCP
      Given client and server are connected on TCP port 8080
      And client has a file original that holds "0123456789"
      When client passes original
      Then sendmsg succeeds
      When server receives with a control buffer of 64 bytes
      Then recvmsg delivers no descriptors, without MSG_CTRUNC

    Scenario: To the judged host over TCP
      Given client and server are connected on TCP port 8080
      And server has a file original that holds "0123456789"
      And server passes original
      When client receives with a control buffer of 64 bytes
      Then recvmsg delivers no descriptors, without MSG_CTRUNC

    Scenario: Over UDP
      Given server is bound to UDP port 5000
      And client is connected to server on UDP port 5000
      And client has a file original that holds "0123456789"
      When client passes original
      Then sendmsg succeeds
      When server receives with a control buffer of 64 bytes
      Then recvmsg delivers no descriptors, without MSG_CTRUNC

    Scenario: To the judged host over UDP
      Given client is bound to UDP port 5000
      And server is connected to client on UDP port 5000
      And server has a file original that holds "0123456789"
      And server passes original
      When client receives with a control buffer of 64 bytes
      Then recvmsg delivers no descriptors, without MSG_CTRUNC
