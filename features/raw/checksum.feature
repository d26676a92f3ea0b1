@raw
Feature: The Internet checksum
  calculate_checksum() against vectors, edge values and itself.

  @RAW-03 @must @untested
  Rule: The checksum of even-length data is right
    Source: RFC 1071 section 3; chapter, calculate_checksum
    calculate_checksum over 00 01 f2 03 f4 f5 f6 f7 yields wire bytes 22 0d; over an IPv4 header
    4500 0073 0000 4000 4011 0000 c0a8 0001 c0a8 00c7 it yields b861.
    Untested: not written yet.

  @RAW-04 @must @untested
  Rule: A trailing byte counts as the high byte of a word
    Source: RFC 1071 section 4.1; chapter, odd tail
    A trailing byte counts as the high byte of a zero-padded word: the first seven RFC bytes give 23
    04, 01 02 03 gives fb fd, a single 01 gives fe ff, a single ff gives 00 ff.
    Untested: not written yet.

  @RAW-05 @must @untested
  Rule: The checksum is right at its edges
    Source: RFC 1071 sections 1-2
    Empty data gives ffff, all-zero data ffff, ff ff gives 0000, 65535 bytes of ff give 00 ff, and
    carries are folded completely (ffff 0001 gives fffe).
    Untested: not written yet.

  @RAW-06 @must @untested
  Rule: Data with its checksum sums to zero
    Source: RFC 1071 section 1
    Recomputing over data that contains its correct checksum gives 0000, for 200000 random buffers
    of 0 to 1500 bytes.
    Untested: not written yet.
